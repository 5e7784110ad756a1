import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer says of a completion that is hard to believe, and which registrations wait for it. */
export class Progress1795000000831 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table doubtful_completion
        drop constraint doubtful_completion_doubts_check,
        add constraint doubtful_completion_doubts_check check (cardinality(doubts) > 0 and doubts <@
          array['quick', 'more_time_than_passed', 'quick_day', 'more_time_than_passed_day']),
        add column counts boolean,
        add column looked_by uuid,
        add column looked_at timestamptz,
        add column words text,
        add constraint doubtful_completion_look check (
          (counts is null) = (looked_at is null) and (counts is null) = (looked_by is null) and (counts is null) = (words is null));
      comment on table doubtful_completion is
        'attempts whose completion is hard to believe, and why; no award comes of one until an officer has looked';
      comment on column doubtful_completion.counts is 'what the officer said; null until somebody has looked';

      create view completion_in_doubt as
        select r.id as registration_id, r.person_id, r.course_id, bool_or(d.counts is null) as waits,
               min(d.recorded_at) filter (where d.counts is null) as since
          from doubtful_completion d
          join attempt a on a.id = d.attempt_id
          join registration r on r.id = a.registration_id
         where d.counts is not true and not exists (
           select from attempt other
            where other.registration_id = r.id and other.completed_at is not null and not exists (
              select from doubtful_completion x where x.attempt_id = other.id and x.counts is not true))
         group by r.id;
      comment on view completion_in_doubt is
        'registrations whose every completion is doubted: they count for no award; waits: an officer is still to look';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view completion_in_doubt;
      delete from doubtful_completion where not doubts <@ array['quick', 'more_time_than_passed'];
      alter table doubtful_completion
        drop constraint doubtful_completion_look, drop column counts, drop column looked_by, drop column looked_at,
        drop column words, drop constraint doubtful_completion_doubts_check,
        add constraint doubtful_completion_doubts_check
          check (cardinality(doubts) > 0 and doubts <@ array['quick', 'more_time_than_passed']);
    `);
  }
}
