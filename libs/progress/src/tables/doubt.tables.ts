import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Completions that are hard to believe: see plausibility.ts. */
export class Progress1795000000770 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table doubtful_completion (
        attempt_id uuid primary key references attempt,
        doubts text[] not null check (cardinality(doubts) > 0 and doubts <@ array['quick', 'more_time_than_passed']),
        recorded_at timestamptz not null
      );
      comment on table doubtful_completion is
        'attempts whose completion is hard to believe, and why; written with the completion, which counts all the same';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table doubtful_completion');
  }
}
