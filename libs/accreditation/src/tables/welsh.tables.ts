import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What requirements and schemes are called in Welsh, for certificates; who has not said it yet has none. */
export class Welsh1797000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table requirement add column title_cy text check (title_cy <> '' and length(title_cy) <= 200);
      alter table scheme add column name_cy text check (name_cy <> '' and length(name_cy) <= 200);
      comment on column requirement.title_cy is 'in Welsh; null: a certificate in Welsh says the English title, marked as English';
      comment on column scheme.name_cy is 'in Welsh; null: a certificate in Welsh says the English name, marked as English';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table requirement drop column title_cy;
      alter table scheme drop column name_cy;
    `);
  }
}
