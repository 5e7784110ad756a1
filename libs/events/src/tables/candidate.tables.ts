import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands for election, and gets the published programme once nominations are closed. */
export class ProgrammeCandidates1797000000222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table programme add poll_on date check (isfinite(poll_on));
      comment on column programme.poll_on is 'of the election whose candidates get it; null: nobody does';

      create table programme_candidate (
        id uuid primary key,
        programme_id uuid not null references programme,
        name text check (name <> ''),
        email text check (email <> ''),
        added_at timestamptz not null,
        added_by uuid not null references person,
        sent_at timestamptz,
        forgotten_at timestamptz,
        check ((name is null) = (forgotten_at is not null) and (email is null) = (forgotten_at is not null))
      );
      create unique index programme_candidate_once on programme_candidate (programme_id, lower(email));
      create index programme_candidate_name on programme_candidate (programme_id, name, id);
      create index programme_candidate_waiting on programme_candidate (programme_id, id) where sent_at is null and forgotten_at is null;

      create function programme_candidate_is_sent_once() returns trigger language plpgsql as $$
        begin
          if old.sent_at is not null and new.sent_at is distinct from old.sent_at then
            raise exception 'a candidate gets the programme once' using errcode = 'check_violation', constraint = 'programme_candidate_is_sent_once';
          end if;
          return new;
        end $$;
      create trigger programme_candidate_is_sent_once before update on programme_candidate
        for each row execute function programme_candidate_is_sent_once();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table programme_candidate; drop function programme_candidate_is_sent_once;
      alter table programme drop poll_on`);
  }
}
