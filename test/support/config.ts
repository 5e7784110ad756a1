import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Config, readConfig } from '@induct/platform';

/** Settings of a test: its own database and an empty DATA_DIR in the system's temporary folder. */
export function testConfig(databaseUrl: string, settings: Record<string, string> = {}): Config {
  const dataDir = mkdtempSync(join(tmpdir(), 'induct-spec-'));
  lendBrowser(dataDir);
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    CHROMIUM_PATH: process.env.CHROMIUM_PATH,
    LOG_LEVEL: 'fatal',
    ...settings,
  });
}

/** What prints finds the browser of the run unpacked, and writes its settings beside it, not into what is shared. */
function lendBrowser(dataDir: string): void {
  const unpacked = process.env.TEST_CHROMIUM;
  if (!unpacked) return;
  const home = join(dataDir, basename(unpacked));
  mkdirSync(home);
  for (const name of readdirSync(unpacked).filter((one) => !/^(fonts[.-]|\.)/.test(one)))
    symlinkSync(join(unpacked, name), join(home, name));
}

/** The browser tests share one unpacked browser. */
export const browserPlace = { dataDir: '.data', executablePath: process.env.CHROMIUM_PATH };
