import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEPT = 'exists (select from by_hand_file where sha256 = file) or ';

/** What an officer saw who proposes a certificate by hand. */
export class ByHandFile1797000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_hand_file (
        by_hand_id uuid primary key references by_hand,
        sha256 bytea not null,
        bytes integer not null check (bytes between 1 and 10485760),
        content_type text not null check (content_type in ('application/pdf', 'image/png', 'image/jpeg'))
      );
      create index by_hand_file_sha256 on by_hand_file (sha256);
    `);
    await changed(runner, 'return exists', `return ${KEPT}exists`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changed(runner, KEPT, '');
    await runner.query('drop table by_hand_file');
  }
}

/** Whatever else keeps a file stays as it is: the function is taken as it stands. */
async function changed(runner: QueryRunner, was: string, is: string): Promise<void> {
  await runner.query(
    `do $do$ begin execute replace(pg_get_functiondef('file_is_needed(bytea)'::regprocedure), '${was}', '${is}'); end $do$`,
  );
}
