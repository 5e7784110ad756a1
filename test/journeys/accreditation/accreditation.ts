import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { embeddedPostgresHome } from '@induct/platform';
import { startInduct } from '../../support/running-induct';
import { BothWidths } from './both-widths';
import { asKnown } from './as-known';
import { nameChange } from './name-change';
import { planningMember } from './planning-member';
import { schemeChange } from './scheme-change';
import { suspension } from './suspension';
import { officers, type Stage } from './stage';

const PORT = 23120;

/** In the order in which they are walked, all in one council. A further one gets its line here. */
const JOURNEYS: readonly (readonly [title: string, walk: (stage: Stage) => Promise<void>])[] = [
  ['A scheme changes, from its draft to its adoption', schemeChange],
  ['A planning member may not sit, brings a certificate, and may sit', planningMember],
  ['A name changes', nameChange],
  ['A certificate is suspended and counts again', suspension],
  ['Who could sit, as known then and now', asKnown],
];

/**
 * Certificates and what leads to them, seen by officers at computers and members on phones. Pictures of each page at both
 * widths lie in a folder, whole.
 */
export async function accreditation(browser: Browser, dataDir: string, pictures: string): Promise<void> {
  rmSync(embeddedPostgresHome(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  const induct = await startInduct({ port: PORT, dataDir });
  try {
    await walk(browser, induct.site, { folder: dataDir, pictures });
  } finally {
    await induct.stop();
  }
}

/** @param only parts of the titles of the journeys that are walked; none: all of them */
export async function walk(
  browser: Browser,
  site: string,
  { folder, pictures, only = [] }: { folder: string; pictures: string; only?: readonly string[] },
): Promise<void> {
  const album = new BothWidths(pictures);
  const stage = { browser, site, album, folder, pictures, ...(await officers(browser, site, album)) };
  for (const [title, journey] of JOURNEYS) {
    if (only.length > 0 && !only.some((part) => title.includes(part))) continue;
    console.log(title);
    await journey(stage);
  }
}
