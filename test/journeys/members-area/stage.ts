import type { Browser } from 'puppeteer';
import type { CouncilDirectory } from '../../support/council-directory';
import { type Album, Visitor } from '../scene';

/** One demo council with a sign-in of its own. */
export interface Stage {
  browser: Browser;
  site: string;
  album: Album;
  /** Where the pictures lie. */
  pictures: string;
  /** The council's own accounts. */
  directory: CouncilDirectory;
}

/** Somebody with a phone. */
export async function onAPhone({ browser, site, album }: Stage): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, site, album, 'narrow');
  // Whoever leaves a module in its middle is asked whether they mean it.
  visitor.page.on('dialog', (dialog) => void dialog.accept());
  return visitor;
}
