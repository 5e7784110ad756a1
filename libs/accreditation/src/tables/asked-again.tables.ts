import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was met and counts no more is asked again, with a day of its own. See docs/decisions/1090. */
export class AskedAgain1797000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table obligation add column again_on date;
      comment on column obligation.again_on is 'the day on which what had met it was found to count no more; null: never';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table obligation drop column again_on');
  }
}
