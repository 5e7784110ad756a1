import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, migrate, ROLES, startEmbeddedPostgres } from '@induct/platform';
import { freePort } from './free-port';
import { allTables } from './tables';

export interface TrialDatabase {
  /** For the applications. */
  url: string;
  /** What only the owner of its tables may do. */
  asOwner: (sql: string) => Promise<void>;
  /** Another with all that is in it; nobody may be connected. */
  copy(): Promise<TrialDatabase>;
  drop(): Promise<void>;
}

/** What a benchmark or a fault trial works with: a PostgreSQL of its own and a folder. */
export interface Trial {
  postgres: EmbeddedPostgres;
  /** Folder for files and the unpacked browser. */
  dataDir: string;
  /** An empty migrated database. */
  freshDatabase(): Promise<TrialDatabase>;
  /** A free port below 32768. */
  freePort(): Promise<number>;
  /** Progress for whoever watches; never part of the result. */
  say: (text: string) => void;
}

export async function openTrial(name: string, say: Trial['say']): Promise<Trial & { close(): Promise<void> }> {
  const dataDir = join('.data', name);
  mkdirSync(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres(dataDir, 15732);
  const database = async (template?: string): Promise<TrialDatabase> => {
    const name = `trial_${randomUUID().slice(0, 8)}`;
    const like = template === undefined ? '' : ` template ${template}`;
    await command(postgres.adminUrl, `create database ${name} owner ${ROLES.owner}${like}`);
    const [url, ownerUrl] = [postgres.url, postgres.ownerUrl].map((one) => one.replace(/induct$/, name)) as [string, string];
    return {
      url,
      asOwner: (sql) => command(ownerUrl, sql),
      copy: () => database(name),
      drop: () => command(postgres.adminUrl, `drop database ${name} with (force)`),
    };
  };
  return {
    postgres,
    dataDir,
    say,
    freePort,
    async freshDatabase() {
      const fresh = await database();
      await migrate(postgres.ownerUrl.replace(/induct$/, new URL(fresh.url).pathname.slice(1)), allTables);
      // Trials fill tables by the hundred thousand and then have them measured by PostgreSQL.
      await fresh.asOwner(`grant maintain on all tables in schema public to ${ROLES.app}`);
      return fresh;
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
