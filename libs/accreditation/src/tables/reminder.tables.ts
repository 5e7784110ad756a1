import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked of somebody stands in one letter a day: when there is something to say to a person is kept apart from when
 * those above them are told, and who was told of a retake in a table, which the letters' keys said before.
 */
export class Reminders1797000000311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table obligation add column ask_on date;
      update obligation set ask_on = next_on where next_on is not null;
      comment on column obligation.ask_on is 'the next day on which there is something to say to the person; null: none any more';
      comment on column obligation.next_on is 'the next day on which there is something to say to those above; null: none any more';
      create index obligation_ask on obligation (person_id, ask_on)
        where ask_on is not null and met_on is null and closed_on is null;

      create table retake_reminder (
        publication_id uuid not null references publication,
        letter text not null check (letter in ('asked', 'soon', 'overdue')),
        person_id uuid not null references person,
        told_on date not null,
        primary key (publication_id, letter, person_id)
      );
      create index retake_reminder_person on retake_reminder (person_id);
      insert into retake_reminder (publication_id, letter, person_id, told_on)
        select split_part(l.dedupe_key, ':', 2)::uuid, split_part(l.dedupe_key, ':', 3), p.id,
               (l.created_at at time zone 'Europe/London')::date
          from letter_standing l join person_current p on p.id::text = split_part(l.dedupe_key, ':', 4)
         where l.dedupe_key like 'retake:%';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table retake_reminder; alter table obligation drop column ask_on');
  }
}
