import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people were here before. */
export class PersonVisits1798000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_visit (
        person_id uuid primary key references person,
        seen_at timestamptz not null,
        previous_at timestamptz,
        check (previous_at <= seen_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person_visit');
  }
}
