import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '@induct/platform';

/** Settings of a test: its own database and an empty DATA_DIR in the system's temporary folder. */
export function testConfig(databaseUrl: string, settings: Record<string, string> = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'induct-spec-')),
    CHROMIUM_PATH: process.env.CHROMIUM_PATH,
    LOG_LEVEL: 'fatal',
    ...settings,
  });
}

/** The browser tests share one unpacked browser. */
export const browserPlace = { dataDir: '.data', executablePath: process.env.CHROMIUM_PATH };
