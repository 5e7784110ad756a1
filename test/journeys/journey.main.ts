import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { embeddedPostgresHome } from '@induct/platform';
import { launchBrowser } from '@induct/printing';
import { MEMBERS, STEERING_GROUP } from '../../apps/standalone/src';
import { startInduct } from '../support/running-induct';
import { accreditation } from './accreditation/accreditation';
import { guides } from './guides/guides';
import { mainJob } from './main-job';
import { membersArea } from './members-area/members-area';
import { orders } from './orders/orders';
import { programme } from './programme/programme';
import { NumberedAlbum } from './scene';
import { tutor } from './shipped-module';
import { steeringGroup } from './steering-group';

const DATA_DIR = '.data/journey';
const PACKAGES = '../shared/packages';
/** Of the demo council's steering group. */
const TESTERS = STEERING_GROUP.slice(0, 3).map((member) => MEMBERS[member]!);

/**
 * `npm run journey`: a browser through the whole product, as the people who use it would go. First through the guides,
 * whose pictures are made on the way (`-- guides`: only that), then through what strangers and members meet first (`--
 * members-area`: only that), through certificates and what leads to them (`-- accreditation`: only that), through the programme
 * (`-- programme`: only that), through modules whose parts have an order (`-- orders`: only that), then through the main job with
 * packages of other makers.
 */
async function main(): Promise<void> {
  const album = new NumberedAlbum('.data/screenshots');
  const browser = await aBritishBrowser();
  try {
    const [only] = process.argv.slice(2);
    const isWalked = (part: string) => !only || only === part;
    if (isWalked('guides')) await guides(browser, join(DATA_DIR, 'guides'));
    if (isWalked('members-area')) {
      await membersArea(browser, join(DATA_DIR, 'members-area'), '.data/screenshots/journey-members-area');
    }
    if (isWalked('accreditation')) {
      await accreditation(browser, join(DATA_DIR, 'accreditation'), '.data/screenshots/accreditation');
    }
    if (isWalked('programme')) await programme(browser, join(DATA_DIR, 'programme'), '.data/screenshots/programme');
    if (isWalked('orders')) await orders(browser, join(DATA_DIR, 'orders'), '.data/screenshots/orders', PACKAGES);
    if (!only) await withSamplePackages(browser, album);
  } catch (error) {
    // What was on the screens when it went wrong.
    for (const context of browser.browserContexts()) {
      for (const page of await context.pages()) await album.take(page, 'at-the-end');
    }
    throw error;
  } finally {
    await browser.close();
  }
}

/** Days in its own fields stand as the people of the pictures write them; only the browser is told, by its environment. */
async function aBritishBrowser(): Promise<Browser> {
  const before = process.env['LC_ALL'];
  process.env['LC_ALL'] = 'en_GB.UTF-8';
  try {
    return await launchBrowser({ dataDir: '.data', executablePath: process.env['CHROMIUM_PATH'] });
  } finally {
    if (before === undefined) delete process.env['LC_ALL'];
    else process.env['LC_ALL'] = before;
  }
}

async function withSamplePackages(browser: Browser, album: NumberedAlbum): Promise<void> {
  if (!existsSync(PACKAGES)) {
    console.log(`The rest is skipped: the sample packages are not at ${PACKAGES}.`);
    return;
  }
  rmSync(embeddedPostgresHome(DATA_DIR), { recursive: true, force: true });
  rmSync(join(DATA_DIR, 'files'), { recursive: true, force: true });
  const induct = await startInduct({ port: 23100, dataDir: DATA_DIR });
  try {
    const about = { browser, site: induct.site, packages: PACKAGES, album };
    await mainJob({ ...about, tutor: await tutor('code-of-conduct'), testers: TESTERS.slice(0, 2) });
    await steeringGroup({ ...about, testers: TESTERS, folder: DATA_DIR });
  } finally {
    await induct.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof assert.AssertionError ? error.message : error);
    process.exit(1);
  },
);
