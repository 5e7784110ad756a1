import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row of the past can be named: the same role may end twice in one moment, so no other columns will do. */
export class RolePastKey1796000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person_role_past add column id bigint generated always as identity primary key`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person_role_past drop column id`);
  }
}
