import { Client } from 'pg';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { prepareCouncil } from './prepare-council';
import { Steps } from './steps';

/** Goes with the next run, as every database does that is named so. */
const LOADED = 'spec_demo_council';

/** Loading it takes half a minute beside other tests, on a slow machine two. For whatever takes one, which may have to load it. */
export const LOADED_WITHIN_MS = 300_000;

/** A database of one's own with the demo council in it. Whoever asks first loads it; others wait, and take a copy, too. */
export async function loadedCouncil(): Promise<TestDatabase> {
  const admin = new Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await admin.connect();
  try {
    // Ends with the connection.
    await admin.query(`select pg_advisory_lock(hashtextextended('the demo council', 0))`);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [LOADED]);
    if (rowCount === 0) await load(admin);
  } finally {
    await admin.end();
  }
  return await cloneDatabase(LOADED);
}

/** It has its name only once all of it is there. */
async function load(admin: Client): Promise<void> {
  const database = await cloneDatabase();
  await prepareCouncil({ ...testConfig(database.url), DEMO: true }, database.source, new Steps());
  await database.source.destroy();
  await admin.query(`alter database ${new URL(database.url).pathname.slice(1)} rename to ${LOADED}`);
}
