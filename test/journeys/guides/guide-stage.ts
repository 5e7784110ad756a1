import type { Browser } from 'puppeteer';
import { type Album, Visitor } from '../scene';

export interface GuideStage {
  browser: Browser;
  site: string;
  album: Album;
}

/**
 * In every page before its own scripts: what is drawn by chance is drawn the same way in every walk, and the player's bar,
 * which nobody may change from outside without its noticing, says the time of the pictures by itself.
 */
const THE_SAME_EACH_TIME = `
  let drawn = 1;
  Math.random = () => (drawn = (drawn * 48271) % 2147483647) / 2147483647;
  if (/^\\/(launch|preview)\\//.test(location.pathname)) {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { get: () => () => '10:00' });
  }
`;

/** Somebody whose pages look the same in every walk. */
export async function somebody({ browser, site, album }: GuideStage, device: 'guide' | 'phone' | 'wide' = 'guide') {
  const visitor = await Visitor.arrive(browser, site, album, device);
  await visitor.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await visitor.page.evaluateOnNewDocument(THE_SAME_EACH_TIME);
  return visitor;
}
