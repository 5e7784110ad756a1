import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for an officer's look: also a new try at what had been believed, and counts no more. */
export class LookWaiting1798000000188 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view look_waiting as
        select d.attempt_id, a.registration_id, r.person_id, r.course_id, d.recorded_at as since
          from doubtful_completion d
          join attempt a on a.id = d.attempt_id
          join registration r on r.id = a.registration_id
         where d.counts is null and not exists (
           select from attempt later
            where later.registration_id = a.registration_id and later.completed_at > a.completed_at and not exists (
              select from doubtful_completion x where x.attempt_id = later.id and x.counts is not true));
      comment on view look_waiting is
        'doubted completions at which an officer is still to look; none is needed once a later one is believed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view look_waiting');
  }
}
