import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'puppeteer';

/** What `axe.source` holds is twice as long. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Tabs that were given axe for one document, and those that give it to each further one by themselves. */
const given = new WeakSet<Page>();
const giving = new WeakSet<Page>();

/**
 * Sending axe costs as much as running it: a tab that is led from page to page gets it once, and puts it into every document it
 * opens. Not into frames: what is in them is looked at where they are opened alone.
 */
async function giveAxe(page: Page): Promise<void> {
  if (await page.evaluate(`'axe' in globalThis`)) return;
  if (given.has(page) && !giving.has(page)) {
    giving.add(page);
    await page.evaluateOnNewDocument(`if (top === self) {${AXE}}`);
  }
  given.add(page);
  await page.evaluate(AXE);
}

/**
 * Checks a page as it is now: axe finds nothing (WCAG 2.2 A and AA, and its best practices), and nothing has to be
 * scrolled sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await giveAxe(page);
  const found = await page.evaluate(async () => {
    // Runs in the browser: axe has just been put there.
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await here.run({
      // What is right is not told.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .map(({ html }) => html)
          .join(' ')
          .slice(0, 300)})`,
    );
  });
  const at = placeOf(page);
  expect({ at, found }).toEqual({ at, found: [] });
  await expectNoSidewaysScroll(page);
}

/** Nothing has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const at = placeOf(page);
  expect({ at, sideways: await sidewaysScroll(page) }).toEqual({ at, sideways: 0 });
}

const placeOf = (page: Page) => `${page.url()} at ${page.viewport()?.width} px`;

/** How many pixels of the page lie outside the window, to the side. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;
