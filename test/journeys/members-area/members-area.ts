import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { embeddedPostgresHome } from '@induct/platform';
import { CouncilDirectory } from '../../support/council-directory';
import { freePort } from '../../support/free-port';
import { startInduct } from '../../support/running-induct';
import { inOwnColours } from './in-own-colours';
import { inWelsh } from './in-welsh';
import { lookedUp } from './looked-up';
import { OwnDress } from './own-dress';
import type { Stage } from './stage';
import { strangerThinks } from './stranger-thinks';
import { tenHomes } from './ten-homes';
import { waysIn } from './ways-in';

/** In the order in which they are walked, all in one council; the last one changes how it looks. */
const JOURNEYS: readonly (readonly [title: string, walk: (stage: Stage) => Promise<void>])[] = [
  ['A stranger thinks of standing, tries a module, and reads what comes first', strangerThinks],
  ['Three ways in, each to a playing module', waysIn],
  ['The home of ten members', tenHomes],
  ['Handbook, library and search', lookedUp],
  ['The same in Welsh', inWelsh],
  ['The council dresses its pages', inOwnColours],
];

/**
 * The members area as strangers and members meet it: what leads in, home, and what is looked up. Pictures of each page at
 * both widths lie in a folder; none may show what belongs to another council or to central government.
 */
export async function membersArea(browser: Browser, dataDir: string, pictures: string): Promise<void> {
  rmSync(embeddedPostgresHome(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  // The content origin's: else the council's sign-in would take it.
  await freePort();
  const directory = await CouncilDirectory.open(`http://localhost:${port}`);
  const env = { ...directory.settings, OIDC_LABEL: 'Sign in with your council account' };
  const induct = await startInduct({ port, dataDir, env });
  try {
    const album = new OwnDress(pictures);
    for (const [title, walk] of JOURNEYS) {
      console.log(title);
      await walk({ browser, site: induct.site, album, pictures, directory });
    }
  } finally {
    await induct.stop();
    await directory.stop();
  }
}
