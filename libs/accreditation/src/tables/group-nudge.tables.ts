import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A champion reminds somebody of the own group of what is still open: docs/decisions/1330. */
export class GroupNudges1798000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table group_nudge (
        person_id uuid not null references person,
        nudged_on date not null,
        by_person uuid not null references person,
        told_on date check (told_on >= nudged_on),
        primary key (person_id, nudged_on),
        check (by_person <> person_id)
      );
      comment on table group_nudge is 'a champion reminded somebody of the own group of what is still open; once a week at most';
      comment on column group_nudge.told_on is 'the day of the letter, or on which there was nothing left to say; null: it waits for the letter of the day';
      create index group_nudge_untold on group_nudge (person_id) where told_on is null;
      create index group_nudge_by on group_nudge (by_person);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table group_nudge');
  }
}
