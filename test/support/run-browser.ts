import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import { launchBrowser } from '@induct/printing';
import { browserPlace } from './config';
import startPostgres from './run-postgres';

declare global {
  var testBrowser: { close(): Promise<void> } | undefined;
}

/** Names below `example` lead to this machine: what would go out to them can be seen by a test. */
const FLAGS = [
  '--host-resolver-rules=MAP *.example 127.0.0.1',
  '--remote-debugging-port=0',
  // Drawing each step of a movement is a third of all work.
  '--force-prefers-reduced-motion',
];

/** One Chromium for the run. `TEST_BROWSER` names a file that says where it listens. */
export default async function startBrowser(): Promise<void> {
  await startPostgres();
  if (globalThis.testBrowser) return;
  const folder = globalThis.testFolder!;
  const kept = await keepBrowser(folder);
  process.env.TEST_BROWSER = kept.place;
  process.env.TEST_CHROMIUM = unpackedFor(await kept.current());
  globalThis.testBrowser = kept;
}

/** A browser that is followed by another when it ends: a test may crash it. `place` is the file that says where it listens. */
export async function keepBrowser(folder: string) {
  let current = open(folder);
  let closing = false;
  const watch = (browser: Browser) =>
    browser.once('disconnected', () => {
      if (closing) return;
      process.stderr.write('The browser of the run ended: another is started\n');
      current = open(folder).then(watch);
    });
  watch(await current);
  return {
    place: placeIn(folder),
    current: () => current,
    async close(): Promise<void> {
      closing = true;
      await (await current).close();
    },
  };
}

const placeIn = (folder: string) => join(folder, 'browser');

async function open(folder: string): Promise<Browser> {
  const profile = join(folder, `profile-${Date.now()}`);
  const browser = await launchBrowser(browserPlace, [...FLAGS, `--user-data-dir=${profile}`]);
  // Only its life is ours. Who watches for new pages is waited for by each of them, and this process has other work.
  const root = (await browser.target().createCDPSession()).connection()!;
  await root.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: true });
  await root.send('Target.setDiscoverTargets', { discover: false });
  const says = join(profile, 'DevToolsActivePort');
  while (!existsSync(says) || readFileSync(says, 'utf8').split('\n').length < 2) await wait(10);
  const [port, path] = readFileSync(says, 'utf8').split('\n');
  writeFileSync(placeIn(folder), `ws://127.0.0.1:${port}${path}`);
  return browser;
}

/**
 * A bundled browser takes seconds to unpack. `testConfig` lends it to each DATA_DIR.
 * @returns the folder it is in; "" when the browser of the run is an installed one
 */
function unpackedFor(browser: Browser): string {
  const unpacked = dirname(browser.process()!.spawnfile);
  return relative(resolve(browserPlace.dataDir), unpacked).startsWith('..') ? '' : unpacked;
}
