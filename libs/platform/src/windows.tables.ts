import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of the platform. */
export class Platform1796000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view audit_entry as
        select id, at, actor_id, action, subject_type, subject_id, detail from audit_event;
      comment on view audit_entry is 'what somebody did, without what chains the entries';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view audit_entry');
  }
}
