import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import { type DataSource, MigrationExecutor } from 'typeorm';

/** Brings our own tables and the queue's up to date. Several processes may call it at once. BullMQ wants one session, not a pool. */
export async function migrate(source: DataSource, url: string): Promise<void> {
  const session = new Client({ connectionString: url });
  await session.connect();
  try {
    await session.query(`select pg_advisory_lock(hashtext('migrate'))`);
    await runOurs(source);
    await runQueueMigrations(session);
  } finally {
    await session.end();
  }
}

/** Without the pool's bounds: to fill a column of years of commits may take as long as it takes. */
async function runOurs(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'all';
    await executor.executePendingMigrations();
    await runner.query('reset statement_timeout; reset idle_in_transaction_session_timeout');
  } finally {
    await runner.release();
  }
}
