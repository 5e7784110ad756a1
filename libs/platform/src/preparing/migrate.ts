import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import { QUEUES } from '../queue/queues';
import { openDatabase, type Tables } from '../database/database.module';
import { grantRights, withholdRights } from '../database/rights';

/** To fill a column of years of commits may take as long as it takes. */
const UNBOUNDED = { statement: 0, idleInTransaction: 0 };

/**
 * Brings our own tables and the queue's up to date, and says what the applications' role may do with them. Several
 * processes may call it at once. BullMQ wants one session, not a pool.
 * @param url of the role that owns the tables
 */
export async function migrate(url: string, tables: readonly Tables[]): Promise<void> {
  const session = new Client({ connectionString: url });
  await session.connect();
  try {
    await session.query(`select pg_advisory_lock(hashtext('migrate'))`);
    await grantRights(session, 'public');
    const source = await openDatabase(url, tables, { poolSize: 1, patience: UNBOUNDED });
    try {
      await source.runMigrations({ transaction: 'all' });
    } finally {
      await source.destroy();
    }
    await runQueueMigrations(session);
    await makeJobNumbers(session);
    await grantRights(session, 'bullmq');
    await withholdRights(session);
  } finally {
    await session.end();
  }
}

/** BullMQ makes a queue's numbers when its first job comes; then it runs as a role that may make nothing. */
async function makeJobNumbers(session: Client): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    'select bullmq.job_id_seq_name(queue) as name from unnest($1::text[]) as queue',
    [Object.values(QUEUES)],
  );
  for (const { name } of rows) await session.query(`create sequence if not exists bullmq.${name}`);
}
