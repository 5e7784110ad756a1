import { Client } from 'pg';
import type { TestDatabase } from './database';

/**
 * Does something while somebody else has locked what it needs, and puts on record what they did as soon as it waits. Where it
 * holds the record by then, the two wait for each other: PostgreSQL ends one of them.
 */
export async function besideWhoRecords<Result>(
  { url, untilWaiting }: Pick<TestDatabase, 'url' | 'untilWaiting'>,
  [lock, ...values]: [lock: string, ...values: unknown[]],
  act: () => Promise<Result>,
): Promise<Result> {
  const another = new Client({ connectionString: url });
  await another.connect();
  await another.query('begin');
  await another.query(lock, values);
  const acting = act();
  await untilWaiting(1);
  await another.query(`select pg_advisory_xact_lock(hashtext('audit'))`);
  await another.query('commit');
  await another.end();
  return await acting;
}
