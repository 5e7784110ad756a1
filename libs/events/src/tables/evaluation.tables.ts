import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What events have contributed to the council's priorities: evaluated, or a reason. */
export class Evaluation1797000000282 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_evaluation (
        event_id uuid primary key references programme_event,
        priority text check (priority <> ''),
        contribution text check (contribution <> ''),
        reason text check (reason <> ''),
        agreed_on date,
        minute text check (minute <> ''),
        stated_at timestamptz not null,
        stated_by uuid references person,
        constraint event_evaluated_or_a_reason check ((contribution is null) <> (reason is null)),
        check ((contribution is null) = (priority is null)),
        check ((agreed_on is null) = (minute is null)),
        check (agreed_on is null or contribution is not null)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_evaluation');
  }
}
