import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase, ROLES } from '@induct/platform';
import { allTables } from './tables';

export interface TestDatabase {
  /** For the applications' role, as in a council: a right that a migration forgot is missing here too. */
  url: string;
  source: DataSource;
  /** What only the owner of the tables may do. */
  asOwner(sql: string): Promise<Record<string, unknown>[]>;
  /** What only a superuser may do to the database. */
  asSuperuser(sql: string): Promise<Record<string, unknown>[]>;
  /** Until so many transactions wait for what another has locked: in this database, others run beside it. */
  untilWaiting(transactions: number): Promise<void>;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/** A database of one's own: a copy of `template`, which has every table and no rows unless another is named. */
export async function cloneDatabase(template = 'pristine'): Promise<TestDatabase> {
  const name = `spec_${randomUUID().slice(0, 8)}`;
  const clone = (url: string) => url.replace(/induct$/, name);
  const { TEST_POSTGRES_URL, TEST_OWNER_URL, TEST_APP_URL } = process.env as Record<string, string>;
  await command(
    TEST_POSTGRES_URL!,
    `create database ${name} template ${template} owner ${ROLES.owner} strategy file_copy`,
  );
  const url = clone(TEST_APP_URL!);
  const source = await openDatabase(url, allTables);
  return {
    url,
    source,
    asOwner: (sql) => command(clone(TEST_OWNER_URL!), sql),
    asSuperuser: (sql) => command(TEST_POSTGRES_URL!, sql),
    async untilWaiting(transactions) {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await source.query<unknown[]>(waiting)).length < transactions) await wait(5);
    },
    async drop() {
      if (source.isInitialized) await source.destroy();
      await command(TEST_POSTGRES_URL!, `drop database ${name} with (force)`);
    },
  };
}

async function command(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
