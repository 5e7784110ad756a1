import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What whoever comes to an event is to bring. */
export class Bring1797000000325 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table programme_event add bring text check (bring <> '')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table programme_event drop bring');
  }
}
