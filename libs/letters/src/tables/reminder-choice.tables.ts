import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people want to be asked by letter, and when they were. */
export class ReminderChoices1797000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminder_choice (
        person_id uuid primary key references person,
        how text not null check (how in ('each', 'weekly', 'mandatory')),
        weekday smallint check (weekday between 1 and 5),
        asked_on date,
        next_from date not null,
        chosen_at timestamptz,
        check ((how = 'weekly') = (weekday is not null)),
        check (asked_on < next_from)
      );
      comment on column reminder_choice.asked_on is 'the last day on which a letter asked something of them';
      comment on column reminder_choice.next_from is 'the first day on which one may again: at most one a day, by check';
      comment on column reminder_choice.chosen_at is 'null: they have not chosen';
      create index reminder_choice_weekly on reminder_choice (next_from) where how = 'weekly';
      create view reminder_choice_standing as
        select person_id, how, weekday, next_from from reminder_choice;
      comment on view reminder_choice_standing is 'how people are asked by letter, and from when on they may be asked again';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view reminder_choice_standing; drop table reminder_choice');
  }
}
