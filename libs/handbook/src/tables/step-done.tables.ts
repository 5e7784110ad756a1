import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members have said they did in their first weeks, and which reminders they were sent. */
export class StepsDone1798000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table step_done (
        person_id uuid not null references person,
        step_id uuid not null references first_step,
        term_id uuid not null references term,
        done_at timestamptz not null,
        primary key (person_id, term_id, step_id)
      );
      create table step_reminder (
        person_id uuid not null references person,
        step_id uuid not null references first_step,
        term_id uuid not null references term,
        days smallint not null check (days in (14, 3, 0)),
        said_on date not null,
        primary key (person_id, term_id, step_id, days)
      );
      comment on column step_reminder.days is 'so many days before it is due';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table step_reminder; drop table step_done');
  }
}
