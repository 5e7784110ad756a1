import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of progress; and what progress reads of courses, it reads through their windows. */
export class Progress1796000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The rule of resultOf in registration-result.ts.
      create function registration_result(completion text, success text, completed_at timestamptz) returns text
        language sql immutable parallel safe as $$
          select case
            when completed_at is not null then 'completed'
            when success = 'failed' then 'not_passed'
            when completion is null then 'not_started'
            else 'in_progress' end
        $$;

      -- The rule of isOverdue in retake.rules.ts.
      create function is_overdue(due_on date, day date) returns boolean language sql immutable parallel safe as $$
        select due_on < day
      $$;

      create view registration_standing as
        select id, person_id, course_id, completion, success, score, completed_score,
               case when completed_at is null then score else completed_score end as shown_score,
               progress, learning_seconds, started_at, recorded_at, completed_at, completed_version_id,
               registration_result(completion, success, completed_at) as result
          from registration;
      comment on view registration_standing is 'people on courses that they have begun';

      create view attempt_standing as
        select id, registration_id, version_id, number, completion, success, score, progress, learning_seconds,
               time_measured, started_at, recorded_at, completed_at
          from attempt;
      comment on view attempt_standing is 'tries at versions';

      create view part_result as select attempt_id, sco, result from sco_state;
      comment on view part_result is 'what the parts of attempts have reported';

      create view doubt_standing as
        select attempt_id, doubts, recorded_at, counts is null as waits, counts, looked_by, looked_at, words
          from doubtful_completion;
      comment on view doubt_standing is 'completions that are hard to believe, and what an officer said of them';

      create view note_read_by as select publication_id, person_id, read_at from note_read;
      comment on view note_read_by is 'who has read which change note';

      create view changed_opening as
        select g.launch_id, a.version_id
          from changed_page g join launch l on l.id = g.launch_id join attempt a on a.id = l.attempt_id;
      comment on view changed_opening is 'openings in which something changed the page of the player';`);
    await runner.query(
      rules({
        first: FIRST,
        joined: 'left join publication_made',
        publications: 'publication_made',
        hold: 'hold_course(of.course_id)',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view due_renewal; ${rules({
        first: '',
        joined: 'join publication',
        publications: 'publication',
        hold: 'from course where id = of.course_id for key share',
      })}`,
    );
    await runner.query(`
      drop view changed_opening; drop view note_read_by; drop view doubt_standing; drop view part_result;
      drop view attempt_standing; drop view registration_standing;
      drop function is_overdue(date, date);
      drop function registration_result(text, text, timestamptz)`);
  }
}

/** Of several retakes of one course the first last day counts. */
const FIRST = `,
      (select min(f.due_on) from renewal f
        where f.person_id = r.person_id and f.course_id = r.course_id and f.met_at is null) as first_due_on`;

/**
 * Who has to take a course again or to read a note, and when that is met.
 * @param first further columns of due_renewal
 * @param joined how a renewal finds its publication. A left join: who asks only who is due, and when, reads none
 * @param hold keeps the course from being published meanwhile
 */
const rules = ({ first, joined, publications, hold }: Record<'first' | 'joined' | 'publications' | 'hold', string>) => `
  create or replace view due_renewal as
    select r.person_id, r.course_id, r.publication_id, r.due_on, p.number, p.version_id, p.published_at, p.change_note${first}
    from renewal r ${joined} p on p.id = r.publication_id
    where r.met_at is null;
  comment on view due_renewal is 'who has to take which course again';

  create or replace function completed_since(person uuid, course uuid, publication_number integer, since timestamptz)
    returns boolean language sql stable as $$
      select exists (
        select from registration g join attempt a on a.registration_id = g.id
        where g.person_id = person and g.course_id = course and a.completed_at > since and exists (
          select from ${publications} q
          where q.course_id = course and q.number >= publication_number and q.version_id = a.version_id))
    $$;

  create or replace view due_note as
    select g.person_id, g.course_id, p.id as publication_id, p.number, p.version_id, p.published_at, p.change_note
    from ${publications} p join registration g on g.course_id = p.course_id
    where p.policy = 'note' and g.completed_at is not null
      and not exists (select from note_read n where n.publication_id = p.id and n.person_id = g.person_id)
      and not completed_since(g.person_id, g.course_id, p.number, p.published_at);

  create or replace function meet_renewals(course uuid, person uuid) returns void language sql as $$
    update renewal r set met_at = m.at
    from (
      select r.publication_id, r.person_id, min(a.completed_at) as at
      from renewal r
      join ${publications} p on p.id = r.publication_id
      join registration g on g.person_id = r.person_id and g.course_id = r.course_id
      join attempt a on a.registration_id = g.id and a.completed_at > p.published_at
      join ${publications} q on q.course_id = r.course_id and q.number >= p.number and q.version_id = a.version_id
      where r.course_id = course and (person is null or r.person_id = person) and r.met_at is null
      group by r.publication_id, r.person_id
    ) m
    where r.publication_id = m.publication_id and r.person_id = m.person_id
  $$;

  create or replace function attempt_meets_renewals() returns trigger language plpgsql as $$
    declare
      of registration;
    begin
      select * into of from registration where id = new.registration_id;
      -- Whoever publishes locks the course: one of the two sees what the other did.
      perform ${hold};
      perform meet_renewals(of.course_id, of.person_id);
      return null;
    end $$;`;
