import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** Brings our own tables and the queue's up to date. Several processes may call it at once. BullMQ wants one session, not a pool. */
export async function migrate(source: DataSource, url: string): Promise<void> {
  const session = new Client({ connectionString: url });
  await session.connect();
  try {
    await session.query(`select pg_advisory_lock(hashtext('migrate'))`);
    await source.runMigrations({ transaction: 'all' });
    await runQueueMigrations(session);
  } finally {
    await session.end();
  }
}
