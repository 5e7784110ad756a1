import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'puppeteer';

/** What `axe.source` holds is twice as long, and is sent to every page. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Checks a page as it is now: axe finds nothing (WCAG 2.2 A and AA, and its best practices), and nothing has to be
 * scrolled sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(AXE);
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
