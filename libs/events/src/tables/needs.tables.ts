import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people need at sessions, to eat and to take part: sealed. */
export class Needs1797000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table need (
        id uuid primary key,
        person_id uuid unique references person,
        sealed bytea not null,
        kept boolean not null,
        changed_at timestamptz not null
      );
      comment on column need.sealed is 'nobody reads it without the key, which lies elsewhere';
      comment on column need.kept is 'false: it goes 30 days after their last session';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table need');
  }
}
