import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holders are told that a certificate runs out: docs/decisions/1354. */
export class ExpiryReminders1798000000124 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table expiry_reminder (
        award_id uuid not null references award,
        rung text not null check (rung in ('opens', 'month', 'week')),
        person_id uuid not null references person,
        told_on date not null,
        primary key (award_id, rung)
      );
      comment on table expiry_reminder is 'a holder was told that their certificate runs out: once an award and rung';
      create index expiry_reminder_person on expiry_reminder (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table expiry_reminder');
  }
}
