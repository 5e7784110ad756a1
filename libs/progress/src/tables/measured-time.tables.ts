import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Modules that report no time get what was seen on the wall, and it is said which of the two it is. */
export class Progress1795000000832 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table attempt add column time_measured boolean not null default false;
      comment on column attempt.time_measured is
        'learning_seconds holds time that we measured, because the module reported none: see learning-time.ts';
      alter type written_attempt add attribute time_measured boolean;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter type written_attempt drop attribute time_measured;
      alter table attempt drop column time_measured;
    `);
  }
}
