import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the pages and the limits ask by. */
export class Index1795000000760 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index finding_preview on finding (preview_id) where preview_id is not null;
      comment on index finding_preview is 'how many were recorded in one preview: there is a limit';
      drop index test_round_newest;
      drop index preview_round;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index preview_round on preview (round_id, person_id);
      create index test_round_newest on test_round (opened_at desc, id);
      drop index finding_preview;
    `);
  }
}
