import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a renewal is met stands in its row, so that lists of many people read it instead of working it out. The rule is
 * `completed_since`. It can become true in three ways, never false again: an attempt is completed, an older version is
 * published again, a renewal is made for somebody who is completing the version this very moment.
 */
export class Progress1795000000780 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table renewal add column met_at timestamptz;
      comment on column renewal.met_at is 'when an attempt that meets it was completed; kept by triggers';
      create index renewal_due on renewal (person_id, course_id, due_on) where met_at is null;

      -- person: null means everybody.
      create function meet_renewals(course uuid, person uuid) returns void language sql as $$
        update renewal r set met_at = m.at
        from (
          select r.publication_id, r.person_id, min(a.completed_at) as at
          from renewal r
          join publication p on p.id = r.publication_id
          join registration g on g.person_id = r.person_id and g.course_id = r.course_id
          join attempt a on a.registration_id = g.id and a.completed_at > p.published_at
          join publication q on q.course_id = r.course_id and q.number >= p.number and q.version_id = a.version_id
          where r.course_id = course and (person is null or r.person_id = person) and r.met_at is null
          group by r.publication_id, r.person_id
        ) m
        where r.publication_id = m.publication_id and r.person_id = m.person_id
      $$;

      create function attempt_meets_renewals() returns trigger language plpgsql as $$
        declare
          of registration;
        begin
          select * into of from registration where id = new.registration_id;
          -- Whoever publishes locks the course: one of the two sees what the other did.
          perform from course where id = of.course_id for key share;
          perform meet_renewals(of.course_id, of.person_id);
          return null;
        end $$;
      create trigger attempt_completed after update of completed_at on attempt
        for each row when (old.completed_at is null and new.completed_at is not null)
        execute function attempt_meets_renewals();
      create trigger attempt_begun_completed after insert on attempt
        for each row when (new.completed_at is not null) execute function attempt_meets_renewals();

      create function publication_meets_renewals() returns trigger language plpgsql as $$
        begin
          perform meet_renewals(new.course_id, null);
          return null;
        end $$;
      create trigger publication_meets_renewals after insert on publication
        for each row execute function publication_meets_renewals();

      create function renewals_may_be_met() returns trigger language plpgsql as $$
        begin
          perform meet_renewals(course_id, null) from (select distinct course_id from made) one;
          return null;
        end $$;
      create trigger renewals_may_be_met after insert on renewal referencing new table as made
        for each statement execute function renewals_may_be_met();

      select meet_renewals(course_id, null) from (select distinct course_id from renewal) one;

      create or replace view due_renewal as
        select r.person_id, r.course_id, r.publication_id, r.due_on, p.number, p.version_id, p.published_at, p.change_note
        from renewal r join publication p on p.id = r.publication_id
        where r.met_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view due_renewal as
        select r.person_id, r.course_id, r.publication_id, r.due_on, p.number, p.version_id, p.published_at, p.change_note
        from renewal r join publication p on p.id = r.publication_id
        where not completed_since(r.person_id, r.course_id, p.number, p.published_at);
      drop trigger renewals_may_be_met on renewal; drop trigger publication_meets_renewals on publication;
      drop trigger attempt_begun_completed on attempt; drop trigger attempt_completed on attempt;
      drop function renewals_may_be_met; drop function publication_meets_renewals; drop function attempt_meets_renewals;
      drop function meet_renewals;
      alter table renewal drop column met_at;
    `);
  }
}
