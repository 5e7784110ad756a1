import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two officers take a certificate out of force. The wall behind it: whatever program writes, one alone cannot. */
export class Accreditation1795000000790 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table revocation (
        id uuid primary key,
        certificate_id uuid not null references certificate,
        reason text not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        check (confirmed_by <> proposed_by),
        check ((confirmed_by is null) = (confirmed_at is null)),
        check ((withdrawn_by is null) = (withdrawn_at is null)),
        check (confirmed_at is null or withdrawn_at is null)
      );
      comment on table revocation is 'that a certificate is to be revoked: proposed by one officer, confirmed by another';
      create unique index revocation_waiting on revocation (certificate_id)
        where confirmed_at is null and withdrawn_at is null;
      create index revocation_certificate on revocation (certificate_id);

      create function certificate_is_revoked_by_two() returns trigger language plpgsql as $$
        begin
          if not exists (select from revocation where certificate_id = new.id and confirmed_at is not null) then
            raise exception 'no second officer has confirmed that certificate % is revoked', new.id
              using errcode = 'check_violation', constraint = 'certificate_is_revoked_by_two';
          end if;
          return new;
        end $$;
      create trigger certificate_is_revoked_by_two before update of state on certificate
        for each row when (new.state = 'revoked' and old.state <> 'revoked')
        execute function certificate_is_revoked_by_two();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger certificate_is_revoked_by_two on certificate; drop function certificate_is_revoked_by_two;
      drop table revocation
    `);
  }
}
