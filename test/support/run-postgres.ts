import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, migrate, ROLES, startEmbeddedPostgres } from '@induct/platform';
import { memoryFolder } from './memory-folder';
import { allTables } from './tables';

const PORT = 15632;
const CONNECTIONS = 300;

declare global {
  var testPostgres: EmbeddedPostgres | undefined;
  var testFolder: string | undefined;
  var testMemory: string | undefined;
}

/**
 * One PostgreSQL for the run, whichever projects are in it, and in it `pristine`: every table, no rows. A killed run's
 * server is taken over. It is kept in memory where there is enough: each file of tests takes a copy of `pristine`, and making and
 * dropping its thousand files is most of what PostgreSQL does.
 */
export default async function startPostgres(): Promise<void> {
  if (globalThis.testPostgres) return;
  // Whatever the tests and their browsers leave in the system's temporary folder goes with the run.
  process.env.TMPDIR = globalThis.testFolder = mkdtempSync(join(tmpdir(), 'induct-tests-'));
  const memory = memoryFolder();
  const postgres = await startForTests(memory ?? '.data/test');
  globalThis.testPostgres = postgres;
  globalThis.testMemory = memory;
  process.env.TEST_POSTGRES_URL = postgres.adminUrl;
  process.env.TEST_OWNER_URL = postgres.ownerUrl;
  process.env.TEST_APP_URL = postgres.url;
  const admin = new Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  const leftovers = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname like 'spec\\_%' or datname = 'pristine'`,
  );
  for (const { datname } of leftovers.rows) await admin.query(`drop database "${datname}" with (force)`);
  await admin.query(`create database pristine owner ${ROLES.owner}`);
  await admin.end();
  await migrate(postgres.ownerUrl.replace(/induct$/, 'pristine'), allTables);
}

/**
 * Nobody needs these rows after a power cut, and every copy of `pristine` that is made or dropped would wait for the disk. What
 * a transaction sees, and what a killed server recovers, stays the same. Connections are of all files that run at once, some of which
 * open a hundred: their number is settled when a server starts.
 */
async function startForTests(folder: string): Promise<EmbeddedPostgres> {
  const first = await startEmbeddedPostgres(folder, PORT);
  const admin = new Client({ connectionString: first.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ max_connections: string }>('show max_connections');
  const isSet = Number(rows[0]!.max_connections) >= CONNECTIONS;
  for (const setting of ['fsync = off', 'full_page_writes = off', 'synchronous_commit = off'])
    await admin.query(`alter system set ${setting}`);
  await admin.query(`alter system set max_connections = ${CONNECTIONS}`);
  await admin.query('select pg_reload_conf()');
  await admin.end();
  if (isSet) return first;
  await first.stop();
  return await startEmbeddedPostgres(folder, PORT);
}
