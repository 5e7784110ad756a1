import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of the outbox. */
export class Letters1796000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view letter_standing as
        select id, dedupe_key, recipient, subject, body_text, body_html, created_at, sent_at, attempts, last_error,
               sent_at is null and last_error is not null and forgotten_at is null as failed
          from mail;
      comment on view letter_standing is 'letters, and whether they have gone';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view letter_standing');
  }
}
