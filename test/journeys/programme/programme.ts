import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { embeddedPostgresHome } from '@induct/platform';
import { freePort } from '../../support/free-port';
import { startInduct } from '../../support/running-induct';
import { BothWidths } from '../accreditation/both-widths';
import { officers, type Stage } from '../accreditation/stage';
import { cancelledAndCorrected } from './cancelled-and-corrected';
import { certificateBySessions } from './certificate-by-sessions';
import { fromPlaceToEvidence } from './from-place-to-evidence';
import { importWithFaults } from './import-with-faults';

/** In the order in which they are walked, all in one council. A further one gets its line here. */
const JOURNEYS: readonly (readonly [title: string, walk: (stage: Stage) => Promise<void>])[] = [
  ['From a full session to a place, the room, evidence and feedback', fromPlaceToEvidence],
  ['A certificate without any module', certificateBySessions],
  ['The council cancels a session, and corrects a register', cancelledAndCorrected],
  ['A programme is imported with its faults', importWithFaults],
];

/** The programme, seen by officers at computers and members on phones. Pictures of each page at both widths lie in a folder. */
export async function programme(browser: Browser, dataDir: string, pictures: string): Promise<void> {
  rmSync(embeddedPostgresHome(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  const induct = await startInduct({ port: await freePort(), dataDir });
  try {
    const album = new BothWidths(pictures);
    const stage = {
      browser,
      site: induct.site,
      album,
      folder: dataDir,
      pictures,
      ...(await officers(browser, induct.site, album)),
    };
    for (const [title, journey] of JOURNEYS) {
      console.log(title);
      await journey(stage);
    }
  } finally {
    await induct.stop();
  }
}
