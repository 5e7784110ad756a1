import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements for a record store are worked out from the launches of two days: without this, by a walk over all of them. */
export class Progress1797000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index launch_opened on launch (opened_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index launch_opened');
  }
}
