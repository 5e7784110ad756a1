import type { MigrationInterface, QueryRunner } from 'typeorm';

const staysAs = (columns: readonly string[]) => `
  create or replace function claim_stays() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' or old.decided_at is not null or old.first_by is distinct from new.first_by and old.first_by is not null
        or (${columns.map((column) => `old.${column}`).join(', ')})
          is distinct from (${columns.map((column) => `new.${column}`).join(', ')})
      then
        raise exception 'a claim is decided once, as it was sent in'
          using errcode = 'check_violation', constraint = 'claim_stays';
      end if;
      return new;
    end $$;`;

const AS_SENT = ['id', 'person_id', 'requirement_id', 'kind', 'done_on', 'valid_until', 'words', 'sent_at'];

/** What an officer enters for a member who sends nothing in: a claim of the member's, accepted by other officers. */
export class ClaimEntered1798000000187 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table claim add column entered_by uuid,
        add constraint claim_entered_for_another check (entered_by <> person_id),
        add constraint claim_decided_by_another check (decided_by <> entered_by);
      comment on column claim.entered_by is 'the officer who entered it for the member; null: the member sent it in';
      ${staysAs([...AS_SENT, 'entered_by'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${staysAs(AS_SENT)} alter table claim drop column entered_by`);
  }
}
