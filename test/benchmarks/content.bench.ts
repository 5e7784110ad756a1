import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '@induct/printing';
import type { Browser, Page } from 'puppeteer';
import type { Trial } from '../support/trial';
import { type Figure, median, percentiles, round } from './figure';

const SLUG = 'code-of-conduct';
const LOADS = 30;
const WARM_UP = 5;
/** Kilobytes; milliseconds, where one picture of a screen lasts 16. */
const GOALS = { scriptAndStyle: 60, page: 160, openMs: 50, turnMs: 16 };

type Files = Map<string, Buffer | string>;
/** Kilobytes of 1,000 bytes, as they travel. */
type Weight = Figure & { kilobytes: number };

/**
 * A module as a learner opens it: what travels, how long its script takes from the first byte to the first screen, and
 * how long it takes to turn to the next. The floor of both times is the same page with a script that does only that much.
 */
export async function contentBench(trial: Trial): Promise<Record<string, Figure>> {
  const kit = (await import(resolve('content/build/build.mjs'))) as typeof import('../../content/build/build.mjs');
  const files = await kit.filesOf(SLUG, 'scorm_12');
  const browser = await launchBrowser({ dataDir: trial.dataDir, executablePath: process.env['CHROMIUM_PATH'] });
  try {
    const [ours, floor] = [await opened(browser, files), await opened(browser, withFloor(files))];
    return {
      'script and style': weight(files, ['player.js', 'player.css'], GOALS.scriptAndStyle, (file) => file),
      'page weight': weight(files, [...files.keys()].filter(travels), GOALS.page, compressed),
      'script to the first screen': times(ours.first, floor.first, GOALS.openMs),
      'next screen': times(ours.turns, floor.turns, GOALS.turnMs),
    };
  } finally {
    await browser.close();
  }
}

// The licence is never asked for.
const travels = (path: string) => path !== 'fonts/LICENSE.txt';
const compressed = (file: Buffer, path: string) => (path.endsWith('.woff2') ? file : gzipSync(file));

function weight(files: Files, paths: string[], goal: number, asSent: (file: Buffer, path: string) => Buffer): Weight {
  const bytes = paths.reduce((sum, path) => sum + asSent(Buffer.from(files.get(path)!), path).length, 0);
  const kilobytes = round(bytes / 1000);
  return { kilobytes, goal: `≤ ${goal} KB`, met: kilobytes <= goal };
}

function times(ours: number[], floors: number[], goal: number): Figure {
  const spread = percentiles(ours);
  return {
    seconds: round(median(ours) / 1000),
    floor: round(median(floors) / 1000),
    ratio: round(median(ours) / Math.max(median(floors), 0.1)),
    goal: `p50 ≤ ${goal} ms`,
    met: spread.p50 <= goal,
    ...spread,
  };
}

/** Shows the screens and nothing else: no script that does it can do less. */
const FLOOR = `
  const screens = [...document.querySelectorAll('[data-place]')];
  let at = 0;
  const show = () => {
    screens.forEach((screen, index) => (screen.hidden = index !== at));
    document.body.dataset.at = screens[at].dataset.place;
  };
  show();
  addEventListener('click', () => { at += 1; show(); });`;

const withFloor = (files: Files): Files => new Map(files).set('player.js', FLOOR);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Milliseconds from the page's own clock, of every load and of every turn to the next screen. */
async function opened(browser: Browser, files: Files): Promise<{ first: number[]; turns: number[] }> {
  const server = createServer((request, response) => {
    const path = request.url!.slice(1);
    const file = files.get(path);
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' });
    response.end(file);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await browser.newPage();
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`;
    const [first, turns]: [number[], number[]] = [[], []];
    for (let load = 0; load < WARM_UP + LOADS; load++) {
      const measured = await measure(page, url);
      if (load < WARM_UP) continue;
      first.push(measured.first);
      turns.push(...measured.turns);
    }
    return { first, turns };
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Layout is forced within the measured time: a screen that is not laid out is not shown. */
async function measure(page: Page, url: string): Promise<{ first: number; turns: number[] }> {
  await page.goto(url);
  await page.waitForSelector('body[data-at]');
  return (await page.evaluate(`(() => {
    // Deferred scripts run between these two moments of the page's life.
    const { domInteractive, domContentLoadedEventStart } = performance.getEntriesByType('navigation')[0];
    const turns = [];
    for (;;) {
      const next = document.querySelector('[data-place]:not([hidden]):not(.test) [data-next]');
      if (!next) break;
      const begun = performance.now();
      next.click();
      document.body.offsetHeight;
      turns.push(performance.now() - begun);
    }
    return { first: domContentLoadedEventStart - domInteractive, turns };
  })()`)) as { first: number; turns: number[] };
}
