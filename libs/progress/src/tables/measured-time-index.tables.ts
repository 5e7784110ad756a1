import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists ask of every row whether its time was measured. Hardly any was, and so hardly any is in this index. */
export class Progress1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index attempt_time_measured on attempt (registration_id) where time_measured');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index attempt_time_measured');
  }
}
