import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others count. @param andWaits what more is said of a claim, or a name, that waits */
const windows = (andWaits: string) => `
  create or replace view accreditation_waiting as
    select 'claim' as what, id, sent_at as since from claim where decided_at is null ${andWaits}
    union all select 'award', id, awarded_at from award_waiting
    union all select 'name', id, asked_at from name_change where decided_at is null ${andWaits}
    union all select 'by_hand', id, proposed_at from by_hand where confirmed_at is null and withdrawn_at is null
    union all select 'suspension', s.id, s.proposed_at from suspension s
      join certificate c on c.id = s.certificate_id and c.state = 'issued'
      where s.confirmed_at is null and s.withdrawn_at is null
    union all select 'revocation', r.id, r.proposed_at from revocation r
      join certificate c on c.id = r.certificate_id and c.state in ('issued', 'suspended')
      where r.confirmed_at is null and r.withdrawn_at is null
    union all select 'mandate', id, proposed_at from mandate where outcome is null
    union all select 'scheme', id, proposed_at from scheme_version where state = 'proposed'
    union all select 'register_edition', id, entered_at from register_edition
      where confirmed_at is null and ended_at is null
    union all select 'statutory_accreditation', id, entered_at from statutory_accreditation
      where confirmed_at is null and ended_at is null;
  create or replace view name_change_standing as
    select id, person_id, asked_at, decided_at is null ${andWaits} as waits from name_change;`;

const indexes = (andWaits: string) => `
  drop index claim_one_waits; drop index claim_oldest; drop index name_change_one_waits; drop index name_change_oldest;
  create unique index claim_one_waits on claim (person_id, requirement_id, kind) where decided_at is null ${andWaits};
  create index claim_oldest on claim (sent_at, id) where decided_at is null ${andWaits};
  create unique index name_change_one_waits on name_change (person_id) where decided_at is null ${andWaits};
  create index name_change_oldest on name_change (asked_at, id) where decided_at is null ${andWaits};`;

const STILL_THERE = 'and taken_back_at is null';

/** A member takes back a claim, or a name they asked for, that nobody has decided: once, and then it is never decided. */
export class TakenBack1798000000139 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table claim add column taken_back_at timestamptz,
        add constraint claim_taken_back_undecided check (taken_back_at is null or decided_at is null);
      alter table name_change add column taken_back_at timestamptz,
        add constraint name_change_taken_back_undecided check (taken_back_at is null or decided_at is null);
      ${indexes(STILL_THERE)}
      ${windows(STILL_THERE)}

      create function is_taken_back_once() returns trigger language plpgsql as $$
        begin
          raise exception 'what is waiting is taken back once'
            using errcode = 'check_violation', constraint = 'is_taken_back_once';
        end $$;
      create trigger claim_is_taken_back_once before update on claim for each row
        when (old.taken_back_at is not null) execute function is_taken_back_once();
      create trigger name_change_is_taken_back_once before update on name_change for each row
        when (old.taken_back_at is not null and new.taken_back_at is distinct from old.taken_back_at)
        execute function is_taken_back_once();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the column they would wait again, beside what was sent in since.
    await runner.query(`
      alter table claim disable trigger claim_stays;
      alter table name_change disable trigger name_change_stays;
      delete from claim_file f using claim c where c.id = f.claim_id and c.taken_back_at is not null;
      delete from claim where taken_back_at is not null;
      delete from name_change where taken_back_at is not null;
      alter table claim enable trigger claim_stays;
      alter table name_change enable trigger name_change_stays;
      drop trigger claim_is_taken_back_once on claim;
      drop trigger name_change_is_taken_back_once on name_change;
      drop function is_taken_back_once;
      ${windows('')}
      ${indexes('')}
      alter table claim drop column taken_back_at;
      alter table name_change drop column taken_back_at;
    `);
  }
}
