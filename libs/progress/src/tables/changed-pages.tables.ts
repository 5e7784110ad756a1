import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Openings in which something other than the player changed the player's page. */
export class Progress1795000000840 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table changed_page (
        launch_id uuid primary key references launch,
        reported_at timestamptz not null
      );
      comment on table changed_page is
        'launches whose player saw its own page changed: by the package, or by an add-on of the browser';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table changed_page');
  }
}
