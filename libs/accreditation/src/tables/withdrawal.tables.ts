import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody takes back what they have shown themselves: another officer does. */
export class Accreditation1797000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table evidence add constraint evidence_is_withdrawn_by_others check (withdrawn_by <> person_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table evidence drop constraint evidence_is_withdrawn_by_others');
  }
}
