import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter that holds a secret is forgotten when the secret is used or over. */
export class LettersWithSecrets1795000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail add column secret_until timestamptz, add column forgotten_at timestamptz;
      comment on column mail.secret_until is 'the letter lets whoever reads it in: its words go at this time at the latest';
      comment on column mail.forgotten_at is 'its words are gone, and it is sent no more';
      create index mail_secret on mail (secret_until) where secret_until is not null and forgotten_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail drop column secret_until, drop column forgotten_at`);
  }
}
