import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emptying the whole table is a change too. */
export class Course1795000000812 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create trigger publication_is_never_emptied before truncate on publication
        for each statement execute function publication_is_for_ever()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger publication_is_never_emptied on publication');
  }
}
