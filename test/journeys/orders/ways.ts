import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { answerTest, frameWith, playGolf, readPart } from '../golf';
import type { Visitor } from '../scene';
import { step } from '../step';

interface Way {
  /** At the module's page. */
  learner: Visitor;
  title: string;
  /** Where pictures lie. */
  pictures: string;
  officer: Visitor;
}

/** Each part opens when the one before it is passed; the learner tries it otherwise, leaves, comes back, and gets through. */
export async function forcedOrder({ learner, title, pictures }: Way): Promise<void> {
  const { page } = learner;
  await step('the learner begins, and sees what is closed and why', async () => {
    await learner.press('Start');
    await isIn(page, 'Playing the Game');
    await frameWith(page, '#butNext');
    await learner.shoot('begun');
    await drawer(page, join(pictures, 'contents-360.png'));
  });
  await step('presses Continue too early, and is told', async () => {
    await page.waitForSelector('[data-nav=continue].moves__waits', { visible: true });
    await page.click('[data-nav=continue]');
    await page.waitForSelector('.note--order', { visible: true });
    await learner.shoot('too-early');
    await page.click('.note--order button');
  });
  await step('reads the part, and the next opens', async () => {
    await readPart(page);
    await goesOn(page);
    await isIn(page, 'Etiquette');
    await readPart(page);
    await canGoOn(page);
    await learner.shoot('part-done');
  });
  await step('leaves, and comes back to the same part', async () => {
    await leaves(page, '[data-exit]');
    await learner.shoot('left-half-way');
    await learner.open('/');
    await learner.press(title);
    await learner.press('Continue');
    await isIn(page, 'Etiquette');
    await learner.shoot('come-back');
  });
  await step('a part ends itself, and the learner chooses what to do next', async () => {
    await frameWith(page, '#butNext');
    await page.evaluate(
      `API_1484_11.SetValue('cmi.exit', 'normal'), API_1484_11.SetValue('adl.nav.request', 'exit'), API_1484_11.Terminate('')`,
    );
    await page.waitForSelector('[data-notice] h2', { visible: true });
    await learner.shoot('choose-what-to-do-next');
    await page.click('::-p-text(Continue with “Handicapping”)');
    await isIn(page, 'Handicapping');
  });
  await step('gets through the rest, and passes', async () => {
    await readPart(page);
    await goesOn(page);
    await isIn(page, 'Having Fun');
    await readPart(page);
    await goesOn(page);
    await isIn(page, 'Quiz');
    await answerTest(page, false);
    await learner.shoot('test-failed');
    // The part that is open can be opened once more.
    await page.click('[data-open-sco][aria-current]');
    await page.waitForSelector('[data-open-sco][aria-current]');
    await answerTest(page, true);
    await learner.shoot('test-passed');
    await page.click('[data-nav="exit-all"]');
    await page.waitForSelector('.note--finish', { visible: true });
    await learner.shoot('finish-this-attempt');
    await leaves(page, '::-p-text(Yes, finish it)');
    await learner.shoot('finished-in-order');
    assert.match(await learner.text(), /completed|passed/i);
  });
}

/** What was not passed is shown again, and what was passed is not. */
export async function ledBack({ learner }: Way): Promise<void> {
  const { page } = learner;
  const parts = ['Playing the Game', 'Etiquette', 'Handicapping', 'Having Fun'];
  const tests = ['Playing Quiz', 'Etiquette Quiz', 'Handicapping Quiz', 'Having Fun Quiz'];
  await step('the learner reads four parts without contents', async () => {
    await learner.press('Start');
    for (const part of parts) {
      await isIn(page, part);
      await readPart(page);
      if (part === parts[0]) await learner.shoot('no-contents');
      await goesOn(page);
    }
  });
  await step('fails one test of four, and is led back to that part alone', async () => {
    for (const test of tests) {
      await isIn(page, test);
      await answerTest(page, test !== tests[2]);
      if (test === tests[2]) await learner.shoot('one-test-failed');
      await goesOn(page);
    }
    await isIn(page, 'Handicapping');
    await learner.shoot('led-back');
    await readPart(page);
    await goesOn(page);
    await isIn(page, 'Handicapping Quiz');
    await answerTest(page, true);
    await canGoOn(page);
  });
  await step('passes it, takes the last test again as the package says, and has finished', async () => {
    await goesOn(page);
    await isIn(page, tests[3]!);
    await answerTest(page, true);
    await canGoOn(page);
    await leaves(page, '[data-nav=continue]');
    await learner.shoot('finished-after-remediation');
  });
}

/** A module that stands still for want of a script from elsewhere: the upload's report has said so, and a preview does. */
export async function closedScripts({ learner, officer }: Way): Promise<void> {
  await step('the member sees a module that does not begin, and can leave it', async () => {
    await learner.press('Start');
    await isIn(learner.page, 'Playing the Game');
    await learner.shoot('stands-still');
    await leaves(learner.page, '[data-exit]');
  });
  await step('the officer had read why in the report of the upload', async () => {
    await officer.open('/admin/uploads');
    await officer.press('golf-scorm2004-4th-post-test-rollup.zip');
    assert.match(await officer.text(), /ajax\.googleapis\.com[^]*without them it may not even begin/);
  });
}

/** One part that reports each question and objective. */
export async function manyCalls({ learner }: Way): Promise<void> {
  const { page } = learner;
  await step('the learner reads it all and passes its test', async () => {
    await learner.press('Start');
    await frameWith(page, '#butNext');
    await learner.shoot('advanced-begun');
    await Promise.all([page.waitForFunction(`location.pathname.endsWith('/finished')`), playGolf(page)]);
    await learner.shoot('advanced-finished');
    assert.match(await learner.text(), /passed|completed/i);
  });
}

const isIn = (page: Page, part: string) =>
  page.waitForFunction(`document.querySelector('[data-part]')?.textContent === ${JSON.stringify(part)}`);

const canGoOn = (page: Page) =>
  page.waitForSelector('[data-nav=continue]:not(.moves__waits, [aria-disabled=true])', { visible: true });

async function goesOn(page: Page): Promise<void> {
  await canGoOn(page);
  await page.click('[data-nav=continue]');
}

async function leaves(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForFunction(`location.pathname.endsWith('/finished')`), page.click(selector)]);
}

/** The contents as a phone has them: a drawer, which a change of width would close. */
async function drawer(page: Page, path: string): Promise<void> {
  const before = page.viewport();
  await page.setViewport({ width: 360, height: 740 });
  await page.click('[data-contents-toggle]');
  await page.waitForSelector('#contents', { visible: true });
  await page.screenshot({ path: path as `${string}.png` });
  await page.setViewport(before);
}
