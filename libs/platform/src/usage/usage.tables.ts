import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often pages are read. */
export class PageCount1798000000138 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table page_count (
        day date not null,
        route text not null,
        reader text not null check (reader in ('public', 'member', 'tester', 'officer')),
        count integer not null check (count > 0),
        primary key (day, route, reader)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table page_count');
  }
}
