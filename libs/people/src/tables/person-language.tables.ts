import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language that somebody has chosen. */
export class PersonLanguages1798000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_language (
        person_id uuid primary key references person,
        language text not null check (language in ('en', 'cy')),
        chosen_at timestamptz not null
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person_language');
  }
}
