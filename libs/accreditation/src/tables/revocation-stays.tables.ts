import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who proposed a revocation, of what and why, is not changed while it waits; what was decided stays. */
export class RevocationStays1795000000881 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function revocation_stays() returns trigger language plpgsql as $$
        begin
          if old.confirmed_at is not null or old.withdrawn_at is not null
            or (old.id, old.certificate_id, old.proposed_by, old.reason, old.proposed_at)
              is distinct from (new.id, new.certificate_id, new.proposed_by, new.reason, new.proposed_at)
          then
            raise exception 'a revocation is decided once, as it was proposed'
              using errcode = 'check_violation', constraint = 'revocation_stays';
          end if;
          return new;
        end $$;
      create trigger revocation_stays before update on revocation for each row execute function revocation_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger revocation_stays on revocation; drop function revocation_stays`);
  }
}
