import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, embeddedPostgresHome, startEmbeddedPostgres, errorTrace } from '@induct/platform';

/** `npm run reset`: throws away the embedded database and the files; keeps the unpacked browser, which holds no data. */
async function main(): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new CannotStart('DATABASE_URL is set: reset only empties the embedded database. Empty your own by hand.');
  }
  const dataDir = process.env.DATA_DIR || '.data';
  const home = embeddedPostgresHome(dataDir);
  // Refuses when somebody is using it, and stops what a killed process left running.
  if (existsSync(home)) await (await startEmbeddedPostgres(dataDir)).stop();
  rmSync(home, { recursive: true, force: true });
  const kept = (name: string) => name.startsWith('chromium-');
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : []) {
    if (!kept(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  console.log(`${dataDir} is empty. The next npm start begins anew.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : errorTrace(error));
  process.exitCode = 1;
});
