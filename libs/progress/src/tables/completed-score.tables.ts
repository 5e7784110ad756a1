import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The score that goes with the day of completion: `score` may become better on a later one. */
export class Progress1795000000830 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registration add column completed_score numeric;
      comment on column registration.completed_score is
        'per cent; what it was completed with, or was scored within the hour after: score may have become better since';
      update registration set completed_score = score where completed_at is not null and success <> 'failed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registration drop column completed_score');
  }
}
