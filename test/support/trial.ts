import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, migrate, openDatabase, startEmbeddedPostgres } from '@induct/platform';
import { freePort } from './free-port';
import { allTables } from './tables';

/** What a benchmark or a fault trial works with: a PostgreSQL of its own and a folder. */
export interface Trial {
  postgres: EmbeddedPostgres;
  /** Folder for files and the unpacked browser. */
  dataDir: string;
  /** An empty migrated database. */
  freshDatabase(): Promise<{ url: string; drop(): Promise<void> }>;
  /** A free port below 32768. */
  freePort(): Promise<number>;
  /** Progress for whoever watches; never part of the result. */
  say(text: string): void;
}

export async function openTrial(name: string, say: Trial['say']): Promise<Trial & { close(): Promise<void> }> {
  const dataDir = join('.data', name);
  mkdirSync(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres(dataDir, 15732);
  return {
    postgres,
    dataDir,
    say,
    freePort,
    async freshDatabase() {
      const database = `trial_${randomUUID().slice(0, 8)}`;
      await command(postgres.url, `create database ${database}`);
      const url = postgres.url.replace(/induct$/, database);
      const source = await openDatabase(url, allTables);
      await migrate(source, url);
      await source.destroy();
      return { url, drop: () => command(postgres.url, `drop database ${database} with (force)`) };
    },
    close: () => postgres.stop(),
  };
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
