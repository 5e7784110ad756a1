import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever showed something that was withdrawn is written to, in letter hours and once. Withdrawals of before are told no more. */
export class Accreditation1797000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table withdrawal_letter (
        evidence_id uuid primary key references evidence,
        written_at timestamptz
      );
      comment on column withdrawal_letter.written_at is 'null: it waits for the hours in which letters are written';
      create index withdrawal_letter_waits on withdrawal_letter (evidence_id) where written_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table withdrawal_letter');
  }
}
