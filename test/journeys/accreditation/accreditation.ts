import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { embeddedPostgresHome } from '@induct/platform';
import { freePort } from '../../support/free-port';
import { startInduct } from '../../support/running-induct';
import { BothWidths } from './both-widths';
import { asKnown } from './as-known';
import { batchOf63 } from './batch-of-63';
import { inTwoLanguages } from './in-two-languages';
import { importWithBadRows } from './import-with-bad-rows';
import { nameChange } from './name-change';
import { planningMember } from './planning-member';
import { renewal } from './renewal';
import { schemeChange } from './scheme-change';
import { suspension } from './suspension';
import { officers, type Stage } from './stage';
import { waysToACertificate } from './ways-to-a-certificate';

/** In the order in which they are walked, all in one council. A further one gets its line here. */
const JOURNEYS: readonly (readonly [title: string, walk: (stage: Stage) => Promise<void>])[] = [
  ['Five ways to one certificate', waysToACertificate],
  ['A scheme changes, from its draft to its adoption', schemeChange],
  ['A planning member may not sit, brings a certificate, and may sit', planningMember],
  ['A name changes', nameChange],
  ['A certificate is suspended and counts again', suspension],
  ['Who could sit, as known then and now', asKnown],
  ['A list of members with nine bad rows is mended and accepted', importWithBadRows],
  ['A certificate is renewed', renewal],
  ['A batch of 63', batchOf63],
  ['A certificate in Welsh and English', inTwoLanguages],
];

/**
 * Certificates and what leads to them, seen by officers at computers and members on phones. Pictures of each page at both
 * widths lie in a folder, whole.
 */
export async function accreditation(browser: Browser, dataDir: string, pictures: string): Promise<void> {
  rmSync(embeddedPostgresHome(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  const induct = await startInduct({ port: await freePort(), dataDir });
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
