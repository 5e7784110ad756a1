import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the addresses that members are sent to answer. */
export class LinkChecks1798000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table link_check (
        url text primary key check (url ~ '^https://[^[:space:]]+$'),
        checked_at timestamptz not null,
        next_at timestamptz not null,
        outcome text not null check (outcome in ('works', 'needs_sign_in', 'fails', 'not_public', 'unsure')),
        why text check (why <> ''),
        status smallint,
        failing_since timestamptz,
        constraint link_check_fails_since check ((outcome = 'fails') = (failing_since is not null))
      );
      create index link_check_next_at on link_check (next_at);
      comment on column link_check.why is 'what was in the way, in a word: no-name, no-answer, certificate, status, redirects, address';
      comment on column link_check.failing_since is 'the first of the looks that failed, one after the other';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table link_check');
  }
}
