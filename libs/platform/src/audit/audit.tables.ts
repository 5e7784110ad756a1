import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emptying the whole table is a change too. */
export class Platform1795000000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create trigger audit_event_is_never_emptied before truncate on audit_event
        for each statement execute function audit_event_is_for_ever()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger audit_event_is_never_emptied on audit_event');
  }
}
