import { buffer } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Dispatches } from '@induct/course';
import { FileStore } from '@induct/platform';
import type { BrowserContext, Frame, Page } from 'puppeteer';
import { createContentOrigin } from '../../apps/standalone/src';
import type { Standard } from '../../content/player/test/fake-apis';
import { type Call, type FakeLms, startFakeLms } from '../../content/player/test/fake-lms';
import { unzip } from '../../content/player/test/unzip';
import { expectAccessible } from '../support/axe';
import { builtPlayer } from '../support/built-player';
import { freePort } from '../support/free-port';
import { Desk } from '../support/given-desk';
import { eventually } from '../support/eventually';
import { aPackage } from '../support/given-package';
import { scormPackage } from '../support/packages';
import { TestBrowser } from '../support/test-browser';

let desk: Desk;
let app: NestFastifyApplication;
let origin: string;
let browser: TestBrowser;
let context: BrowserContext;
const systems: FakeLms[] = [];

beforeAll(async () => {
  builtPlayer();
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  desk = await Desk.open({ CONTENT_ORIGIN: origin });
  app = await createContentOrigin(desk.config, desk.database.source, { clock: desk.clock });
  await app.listen(port, '127.0.0.1');
  browser = await TestBrowser.connect();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());
afterAll(async () => {
  for (const system of systems) system.close();
  await browser?.close();
  await app?.close();
  await desk?.close();
});

/** A module given to a partner, whose learning system has imported the zip. */
async function dispatched(zip: Buffer, standard: Standard, more: { sites?: string[] } = {}) {
  const { versionId } = await aPackage(desk.database.source, app.get(FileStore), zip);
  const by = await desk.who('officer');
  const dispatches = desk.app.get(Dispatches, { strict: false });
  const order = { versionId, partner: 'Eastvale', endsOn: '2027-12-31', mostLaunches: null, sites: [], by };
  const id = await dispatches.make({ ...order, ...more });
  const files = await unzip(await buffer(await dispatches.zip(id, standard, by)));
  const lms = await startFakeLms(files, standard);
  systems.push(lms);
  return { id, lms, dispatches, by };
}

/** @param how `strict`: the learning system looks at each value; it begins anew each time */
async function opened(lms: FakeLms, how: 'frame' | 'strict' = 'frame'): Promise<Page> {
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(lms.url(how));
  return page;
}

async function frameAt(page: Page, part: string): Promise<Frame> {
  const frame = await page.waitForFrame((one) => one.url().includes(part));
  await frame.waitForSelector('body');
  return frame;
}
const player = (page: Page) => frameAt(page, `${origin}/dispatch/`);
const content = (page: Page, file = '') =>
  frameAt(page, `${origin}/dispatched/`).then(() => frameAt(page, file || '/dispatched/'));

const calls = (page: Page) => page.evaluate('calls') as Promise<Call[]>;
const isSet = ([name]: Call) => /set/i.test(name!);
/** What was set last, by name; nothing of it was refused. */
async function told(page: Page): Promise<Record<string, string>> {
  const made = await calls(page);
  // A strict one writes down its answer and its error.
  expect(made.filter((call) => isSet(call) && call.length > 3 && call[3] !== 'true')).toEqual([]);
  return Object.fromEntries(made.filter(isSet).map((call) => [call[1]!, call[2]!]));
}
async function untilTold(page: Page, name: string, value: string): Promise<void> {
  const is = `calls.some((call) => call[1] === ${JSON.stringify(name)} && call[2] === ${JSON.stringify(value)})`;
  await page.waitForFunction(is);
}

async function expectFrameAccessible(page: Page): Promise<void> {
  const frame = await player(page);
  const as = { evaluate: frame.evaluate.bind(frame), url: () => frame.url(), viewport: () => page.viewport() };
  await expectAccessible(as as unknown as Page);
}

const ONE = {
  scorm_12: `api = parent.API; set = (n, v) => api.LMSSetValue(n, v); get = (n) => api.LMSGetValue(n); api.LMSInitialize('')`,
  scorm_2004: `api = parent.API_1484_11; set = (n, v) => api.SetValue(n, v); get = (n) => api.GetValue(n); api.Initialize('')`,
};
const page = (standard: Standard) =>
  `<!doctype html><html lang="en"><title>Part</title><h1>Part</h1><script>${ONE[standard]}</script>`;

it('goes on in a learning system for SCORM 1.2 where somebody stopped, and tells it the result of a SCORM 2004 module', async () => {
  const zip = await scormPackage({
    standard: 'scorm_2004',
    scos: [{ id: 'one', href: 'one.html' }],
    files: { 'one.html': page('scorm_2004') },
  });
  const { lms, id, dispatches } = await dispatched(zip, 'scorm_12');
  lms.cmi = { 'cmi.core.student_id': 'eve', 'cmi.core.student_name': 'Evans, Eve' };
  let tab = await opened(lms);
  await (
    await content(tab)
  ).evaluate(
    `set('cmi.suspend_data', 'page 3 of "9" é'); set('cmi.location', 'p3'); set('cmi.exit', 'suspend'); api.Commit('')`,
  );
  await untilTold(tab, 'cmi.suspend_data', 'page 3 of "9" é');
  expect(await (await content(tab)).evaluate(`get('cmi.learner_name') + ' ' + get('cmi.entry')`)).toBe(
    'Evans, Eve ab-initio',
  );
  const left = await told(tab);
  expect(left).toMatchObject({
    'cmi.core.lesson_location': 'p3',
    'cmi.core.lesson_status': 'incomplete',
    'cmi.core.exit': 'suspend',
    'cmi.core.session_time': expect.stringMatching(/^0000:00:\d\d\.\d\d$/),
  });
  await expectFrameAccessible(tab);
  await (await player(tab)).click('[data-exit]');
  await tab.waitForFunction(`calls.at(-1)?.[0] === 'finish'`);
  await tab.close();

  lms.cmi = { ...lms.cmi, ...left, 'cmi.core.entry': 'resume' };
  tab = await opened(lms);
  const part = await content(tab);
  expect(await part.evaluate(`[get('cmi.suspend_data'), get('cmi.location'), get('cmi.entry')]`)).toEqual([
    'page 3 of "9" é',
    'p3',
    'resume',
  ]);
  await part.evaluate(
    `set('cmi.score.scaled', '0.85'); set('cmi.success_status', 'passed'); set('cmi.completion_status', 'completed'); set('cmi.exit', 'normal'); api.Terminate('')`,
  );
  await untilTold(tab, 'cmi.core.lesson_status', 'passed');
  expect(await told(tab)).toMatchObject({
    'cmi.core.score.raw': '85',
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
    'cmi.core.exit': 'suspend',
  });
  await eventually('the completion is counted', async () => (await dispatches.days(id, 1))[0]?.completed === 1);
  expect(await dispatches.days(id, 5)).toMatchObject([{ launches: 2, begun: 1, completed: 1 }]);
});

it('keeps the places of all parts in a learning system for SCORM 2004', async () => {
  const zip = await scormPackage({
    scos: [
      { id: 'one', href: 'one.html' },
      { id: 'two', href: 'two.html' },
    ],
    files: { 'one.html': page('scorm_12'), 'two.html': page('scorm_12') },
  });
  const { lms } = await dispatched(zip, 'scorm_2004');
  lms.cmi = { 'cmi.learner_id': 'eve', 'cmi.learner_name': 'Eve' };
  let tab = await opened(lms);
  await (
    await content(tab, 'one.html')
  ).evaluate(
    `set('cmi.suspend_data', 'all of one'); set('cmi.core.lesson_status', 'completed'); set('cmi.core.score.raw', '60'); api.LMSFinish('')`,
  );
  await (await player(tab)).waitForSelector('[data-notes] button');
  await (await player(tab)).click('[data-open-sco=two]');
  await (await content(tab, 'two.html')).evaluate(`set('cmi.suspend_data', 'half of two'); api.LMSCommit('')`);
  await (await player(tab)).waitForSelector('[data-save-state=saved]');
  const left = await told(tab);
  expect(left).toMatchObject({
    'cmi.completion_status': 'incomplete',
    'cmi.exit': 'suspend',
    'cmi.score.scaled': '0.6',
  });
  // As a learning system that closes its window.
  await tab.close({ runBeforeUnload: true });

  const { 'cmi.exit': _exit, 'cmi.session_time': _time, ...remembered } = left;
  lms.cmi = { ...lms.cmi, ...remembered, 'cmi.entry': 'resume' };
  tab = await opened(lms);
  expect(await (await content(tab, 'two.html')).evaluate(`get('cmi.suspend_data')`)).toBe('half of two');
  expect(await (await player(tab)).$eval('[data-open-sco=one]', (one) => one.textContent)).toContain('Done');
  await (
    await content(tab, 'two.html')
  ).evaluate(`set('cmi.core.lesson_status', 'passed'); set('cmi.core.score.raw', '80'); api.LMSFinish('')`);
  await untilTold(tab, 'cmi.completion_status', 'completed');
  expect(await told(tab)).toMatchObject({
    'cmi.success_status': 'passed',
    'cmi.score.raw': '70',
    'cmi.exit': 'suspend',
  });
});

it('says in plain words that it was revoked, that its place is too long, and that we are away', async () => {
  const zip = await scormPackage({ scos: [{ id: 'one', href: 'one.html' }], files: { 'one.html': page('scorm_12') } });
  const { lms, id, dispatches, by } = await dispatched(zip, 'scorm_12');
  let tab = await opened(lms, 'strict');
  await (
    await content(tab)
  ).evaluate(`set('cmi.suspend_data', 'x'.repeat(70000)); set('cmi.core.lesson_status', 'passed'); api.LMSCommit('')`);
  await untilTold(tab, 'cmi.core.lesson_status', 'passed');
  await (await player(tab)).waitForFunction(`document.body.innerText.includes('does not keep your place')`);
  const file = (await content(tab)).url();
  expect((await fetch(file)).status).toBe(200);
  await dispatches.revoke(id, by);
  desk.clock.advance(6_000);
  expect((await fetch(file)).status).toBe(404);
  await tab.close();

  tab = await opened(lms);
  await (await player(tab)).waitForFunction(`document.body.innerText.includes('no longer available here')`);
  await expectFrameAccessible(tab);
  await tab.close();

  lms.files.set('index.html', Buffer.from(String(lms.files.get('index.html')).replace(origin, 'http://127.0.0.1:9')));
  tab = await context.newPage();
  await tab.evaluateOnNewDocument(
    `const usual = setTimeout; window.setTimeout = (run, ms) => usual(run, ms === 20_000 ? 500 : ms)`,
  );
  await tab.goto(lms.url('strict'));
  const inner = await frameAt(tab, 'index.html');
  await inner.waitForSelector('#again');
  expect(await inner.$eval('#says', (one) => one.textContent)).toContain('cannot be reached at the moment');
});

it('that is revoked while it is open says so and stays with that', async () => {
  const zip = await scormPackage({ scos: [{ id: 'one', href: 'one.html' }], files: { 'one.html': page('scorm_12') } });
  const { lms, id, dispatches, by } = await dispatched(zip, 'scorm_12');
  const tab = await context.newPage();
  await tab.evaluateOnNewDocument(
    `const every = setInterval; window.setInterval = (run, ms) => every(run, ms === 60_000 ? 300 : ms)`,
  );
  await tab.goto(lms.url('frame'));
  await (await content(tab)).evaluate(`set('cmi.core.lesson_location', 'p3')`);
  await untilTold(tab, 'cmi.core.lesson_location', 'p3');
  // Nothing of the module can lead the learning system's own page away.
  await (await player(tab)).evaluate(`try { top.location = 'about:blank' } catch {}`);
  await dispatches.revoke(id, by);
  desk.clock.advance(6_000);
  await (await player(tab)).waitForFunction(`document.body.innerText.includes('no longer available here')`);
  await eventually('what was last said is told', async () => (await calls(tab)).some(([call]) => call === 'commit'));
  await new Promise((done) => setTimeout(done, 1_000));
  expect(await (await player(tab)).evaluate(`document.body.innerText`)).toContain('no longer available here');
  expect((await calls(tab)).map(([call]) => call)).not.toContain('finish');
});

it('opens only where it was agreed, and no other page of ours opens in a frame', async () => {
  const zip = await scormPackage({ scos: [{ id: 'one', href: 'one.html' }], files: { 'one.html': page('scorm_12') } });
  const { lms } = await dispatched(zip, 'scorm_12', { sites: ['https://learning.example.gov.uk'] });
  const tab = await context.newPage();
  const said: string[] = [];
  tab.on('console', (message) => said.push(message.text()));
  await tab.goto(lms.url('strict'));
  await eventually('the browser refuses', () => said.some((text) => /frame-ancestors/.test(text)));
  expect(tab.frames().some((frame) => frame.url().includes('/dispatched/'))).toBe(false);
});
