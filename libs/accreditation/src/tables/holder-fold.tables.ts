import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register finds holders as people are found: by what their names fold to (`fold_name`, libs/people). */
export class HolderFold1795000000864 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table certificate add column holder_folded text not null generated always as (fold_name(holder_name)) stored',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table certificate drop column holder_folded');
  }
}
