import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, migrate, ROLES, startEmbeddedPostgres } from '@induct/platform';
import { freePort } from './free-port';
import { allTables } from './tables';

/** What a benchmark or a fault trial works with: a PostgreSQL of its own and a folder. */
export interface Trial {
  postgres: EmbeddedPostgres;
  /** Folder for files and the unpacked browser. */
  dataDir: string;
  /** An empty migrated database: `url` for the applications, `asOwner` for what only the owner of its tables may do. */
  freshDatabase(): Promise<{ url: string; asOwner: (sql: string) => Promise<void>; drop(): Promise<void> }>;
  /** A free port below 32768. */
  freePort(): Promise<number>;
  /** Progress for whoever watches; never part of the result. */
  say: (text: string) => void;
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
      await command(postgres.adminUrl, `create database ${database} owner ${ROLES.owner}`);
      const [url, ownerUrl] = [postgres.url, postgres.ownerUrl].map((one) => one.replace(/induct$/, database));
      await migrate(ownerUrl!, allTables);
      // Trials fill tables by the hundred thousand and then have them measured by PostgreSQL.
      await command(ownerUrl!, `grant maintain on all tables in schema public to ${ROLES.app}`);
      return {
        url: url!,
        asOwner: (sql) => command(ownerUrl!, sql),
        drop: () => command(postgres.adminUrl, `drop database ${database} with (force)`),
      };
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
