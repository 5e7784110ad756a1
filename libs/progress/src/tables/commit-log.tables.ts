import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partitions are made while the applications run, which may not make tables: the function does it as its owner. */
export class Progress1795000000811 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter function prepare_commit_log(date, integer) security definer set search_path = public, pg_temp;
       revoke execute on function prepare_commit_log(date, integer) from public`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `grant execute on function prepare_commit_log(date, integer) to public;
       alter function prepare_commit_log(date, integer) security invoker reset search_path`,
    );
  }
}
