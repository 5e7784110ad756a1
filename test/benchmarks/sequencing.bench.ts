import { join } from 'node:path';
import { launchBrowser } from '@induct/printing';
import { type ActivityTree, available, navigate, newSequencing, report, sequencingTree } from '@induct/scorm';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer';
import { aStrictOrder, FLOW, part, rule, rules, said, sequencing, tree } from '../support/given-sequencing';
import type { Trial } from '../support/trial';
import { type Figure, median, percentiles, round } from './figure';

const PARTS = 200;
const STEPS = 60;
/** A cheap tablet: a quarter of this machine. */
const SLOWER = 4;
const GOALS = { stepMs: 5, askedMs: 50, hostileMs: 100 };
const ENGINE = join(__dirname, '../../libs/scorm/src/sequencing/index.js');

/** The most that an import takes: as many parts, and as many rules (`too-many-items`, `too-many-rules`). */
const HOSTILE = { groups: 50, parts: 99, rules: 4 };

/**
 * An order of 200 lessons in a browser four times slower: what a step takes, and then what may be asked of each lesson, by
 * which the contents are drawn; and both of a step through the largest package that is taken, on this machine. As a learner
 * has it: the code is cold. The floor writes the state down and reads it again.
 */
export async function sequencingBench(trial: Trial): Promise<Record<string, Figure>> {
  const browser = await launchBrowser({ dataDir: trial.dataDir, executablePath: process.env['CHROMIUM_PATH'] });
  try {
    const { steps, asked, floors } = await inTheBrowser(browser);
    return {
      [`a step, ${PARTS} lessons, CPU ÷ ${SLOWER}`]: figure(steps, floors, GOALS.stepMs),
      [`what may be asked, ${PARTS} lessons, CPU ÷ ${SLOWER}`]: figure(asked, floors, GOALS.askedMs),
      'the largest package': figure(...hostile(), GOALS.hostileMs),
    };
  } finally {
    await browser.close();
  }
}

function figure(ours: readonly number[], floors: readonly number[], goal: number): Figure {
  const spread = percentiles(ours);
  return {
    seconds: round(median(ours) / 1000),
    floor: round(median(floors) / 1000),
    ratio: round(median(ours) / Math.max(median(floors), 0.01)),
    goal: `p95 ≤ ${goal} ms`,
    met: spread.p95 <= goal,
    ...spread,
  };
}

/** Milliseconds of each step, from the page's own clock. */
async function inTheBrowser(browser: Browser): Promise<Record<'steps' | 'asked' | 'floors', number[]>> {
  const { outputFiles } = await build({
    entryPoints: [ENGINE],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    platform: 'browser',
  });
  const page = await browser.newPage();
  try {
    await page.evaluate(outputFiles[0]!.text.replace('var engine', 'globalThis.engine'));
    await page.emulateCPUThrottling(SLOWER);
    const order = aStrictOrder(Array.from({ length: PARTS }, (_, nth) => `lesson ${nth}`));
    return (await page.evaluate(
      `(${LEARN})(${JSON.stringify([order, said({ completion: 'completed', success: 'passed' }), STEPS])})`,
    )) as Record<'steps' | 'asked' | 'floors', number[]>;
  } finally {
    await page.close();
  }
}

/** In the page: a learner passes one lesson after the other. */
const LEARN = `([order, passed, many]) => {
  const { available, navigate, newSequencing, report, sequencingTree } = engine;
  const tree = sequencingTree(order);
  let state = newSequencing(tree, 1);
  const [steps, asked, floors] = [[], [], []];
  const timed = (into, work) => {
    const begun = performance.now();
    work();
    into.push(performance.now() - begun);
  };
  for (let nth = 0; nth < many; nth++) {
    timed(steps, () => {
      ({ state } = navigate(tree, state, { kind: nth === 0 ? 'start' : 'continue' }, 0));
      state = report(tree, state, passed, 0);
    });
    timed(asked, () => available(tree, state, 0));
    timed(floors, () => JSON.parse(JSON.stringify(state)));
  }
  return { steps, asked, floors };
}`;

/** Milliseconds of each step. */
function hostile(): [number[], number[]] {
  const built = sequencingTree(hostilePackage());
  let state = newSequencing(built, 1);
  const [ours, floors]: [number[], number[]] = [[], []];
  for (let nth = 0; nth < STEPS / 3; nth++) {
    const begun = performance.now();
    ({ state } = navigate(built, state, { kind: nth === 0 ? 'start' : 'continue' }, 0));
    state = report(built, state, said({ completion: 'completed', success: 'passed' }), 0);
    available(built, state, 0);
    ours.push(performance.now() - begun);
    const again = performance.now();
    JSON.parse(JSON.stringify(state));
    floors.push(performance.now() - again);
  }
  return [ours, floors];
}

/** Rules at every part, none of which ever holds, so that all of them are asked. */
function hostilePackage(): ActivityTree {
  const asked = sequencing(
    rules(...Array.from({ length: HOSTILE.rules }, () => rule('pre', 'skip', 'attemptLimitExceeded'))),
  );
  const group = (nth: number) =>
    part(
      `group ${nth}`,
      FLOW,
      ...Array.from({ length: HOSTILE.parts }, (_, at) => part(`part ${nth} ${at}`, { sequencing: asked })),
    );
  return tree(part('root', FLOW, ...Array.from({ length: HOSTILE.groups }, (_, nth) => group(nth))));
}
