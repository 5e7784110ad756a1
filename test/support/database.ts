import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '@induct/platform';
import { allTables } from './tables';

export interface TestDatabase {
  url: string;
  source: DataSource;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/** A database of one's own, with every table and no rows. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const base = process.env.TEST_POSTGRES_URL!;
  const name = `spec_${randomUUID().slice(0, 8)}`;
  const command = async (sql: string) => {
    const client = new Client({ connectionString: base });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await command(`create database ${name} template pristine strategy file_copy`);
  const url = base.replace(/induct$/, name);
  const source = await openDatabase(url, allTables);
  return {
    url,
    source,
    async drop() {
      if (source.isInitialized) await source.destroy();
      await command(`drop database ${name} with (force)`);
    },
  };
}
