import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was asked about a session is told so in the letter of their day, which comes later than that they are asked. */
export class ToldOfFeedback1797000000312 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feedback_invitation add column told_at timestamptz;
      update feedback_invitation set told_at = asked_at;
      comment on column feedback_invitation.told_at is 'when a letter said so; null: none has yet';
      drop index feedback_invitation_open;
      create index feedback_invitation_open on feedback_invitation (person_id) where answered_on is null and reminded_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index feedback_invitation_open;
      create index feedback_invitation_open on feedback_invitation (asked_at) where answered_on is null and reminded_at is null;
      alter table feedback_invitation drop column told_at;
    `);
  }
}
