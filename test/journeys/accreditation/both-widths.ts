import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { pictureOfWholePage } from '../../support/whole-page';
import type { Album } from '../scene';

/** A computer, and a small phone. */
const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

/** How one signs in has pictures elsewhere. */
const EVERYWHERE = /^(sign-in|check-your-email)/;

/** What stands beyond the right edge of the window, and is not scrolled within the page. */
const TOO_WIDE = `(() => {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return '';
  const wide = [...document.querySelectorAll('main *')].findLast((one) => one.getBoundingClientRect().right > innerWidth + 1);
  return over + ' px too wide: ' + (wide ? wide.outerHTML.slice(0, 120) : 'the page');
})()`;

/** Whole pages as they look on a computer and on a phone. No page may need scrolling sideways. */
export class BothWidths implements Album {
  private taken = 0;

  /** @param folder what lies in it from another walk is removed */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(join(folder, name));
  }

  async take(page: Page, name: string): Promise<void> {
    if (EVERYWHERE.test(name)) return;
    const number = String(++this.taken).padStart(2, '0');
    const before = page.viewport();
    for (const size of WIDTHS) {
      await page.setViewport(size);
      const wrong = await page.evaluate(TOO_WIDE);
      assert.equal(wrong, '', `${page.url()} at ${size.width} px`);
      const path = join(this.folder, `${number}-${name}-${size.width}.png`) as `${string}.png`;
      await pictureOfWholePage(page, path);
    }
    await page.setViewport(before);
  }
}
