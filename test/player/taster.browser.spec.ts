import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Tasters } from '@induct/course';
import { FileStore } from '@induct/platform';
import { Launching } from '@induct/progress';
import type { BrowserContext, Frame, Page } from 'puppeteer';
import { createContentOrigin } from '../../apps/standalone/src';
import { expectAccessible, expectNoSidewaysScroll } from '../support/axe';
import { builtPlayer } from '../support/built-player';
import { freePort } from '../support/free-port';
import { aPackage } from '../support/given-package';
import { scormPackage } from '../support/packages';
import { SiteInBrowser } from '../support/site-in-browser';

const PICTURES = '.data/screenshots/tasters';
let site: SiteInBrowser;
let content: NestFastifyApplication;
let [courseId, slug] = ['', ''];

/** Content that says where it is, and what it found when it began. */
const ONE = `<!doctype html><html lang="en"><title>One</title><h1>Meetings</h1><p id="found"></p><script>
const api = parent.API; api.LMSInitialize('');
document.querySelector('#found').textContent = [api.LMSGetValue('cmi.core.entry'), api.LMSGetValue('cmi.core.lesson_location'), api.LMSGetValue('cmi.suspend_data'), api.LMSGetValue('cmi.core.lesson_status')].join('|');
function go(place, status) { api.LMSSetValue('cmi.core.lesson_location', place); api.LMSSetValue('cmi.suspend_data', 'answers of ' + place); api.LMSSetValue('cmi.core.lesson_status', status); api.LMSSetValue('cmi.core.exit', 'suspend'); return api.LMSCommit(''); }
</script></html>`;

beforeAll(async () => {
  builtPlayer();
  const port = await freePort();
  site = await SiteInBrowser.open(PICTURES, { CONTENT_ORIGIN: `http://127.0.0.1:${port}` });
  const { desk } = site;
  content = await createContentOrigin(desk.config, desk.database.source, { clock: desk.clock });
  await content.listen(port, '127.0.0.1');
  const zip = await scormPackage({ scos: [{ id: 'one', href: 'one.html' }], files: { 'one.html': ONE } });
  ({ courseId } = await aPackage(desk.database.source, content.get(FileStore), zip));
  await desk.database.source.query(
    `update course set title = 'How meetings work', minutes = 20, summary = 'Who speaks when, and what a vote decides.' where id = $1`,
    [courseId],
  );
  [{ slug }] = await desk.database.source.query<[{ slug: string }]>('select slug from course where id = $1', [
    courseId,
  ]);
  await desk.app.get(Tasters, { strict: false }).begin(courseId, await desk.who('officer'));
});
afterAll(async () => {
  await content?.close();
  await site?.close();
});

/** Starts on the site, as somebody without an account. */
async function start(page: Page): Promise<Frame> {
  await page.goto(`${site.origin}/taster/${slug}`);
  await Promise.all([page.waitForNavigation(), page.click('form[action$="/start"] button')]);
  return inside(page);
}
async function inside(page: Page): Promise<Frame> {
  const frame = await page.waitForFrame((one) => one.url().includes('one.html'));
  await frame.waitForSelector('#found:not(:empty)');
  return frame;
}
const found = (frame: Frame) => frame.$eval('#found', (element) => element.textContent);
const go = (frame: Frame, place: string, status: string) => frame.evaluate(`go('${place}', '${status}')`);
const saved = (page: Page) => page.waitForSelector('[data-save-state=saved]');
const learnt = () =>
  site.desk.database.source.query<object[]>(
    `select r.completion, r.success, r.completed_at as "completedAt", s.suspend_data as "suspendData"
       from registration r left join attempt a on a.registration_id = r.id left join sco_state s on s.attempt_id = a.id
      where r.course_id = $1`,
    [courseId],
  );
const nobody = () =>
  site.desk.database.source.query<object[]>(
    'select (select count(*)::int from registration) as registrations, (select count(*)::int from launch) as launches, (select count(*)::int from commit_log) as commits',
  );

it('the pages of whoever thinks about it can be used by everybody', async () => {
  await site.signInAs(undefined);
  await site.expectUsable('thinking', () => site.goTo('/thinking-about-it'));
  expect(await site.page.$eval('#tasters + p + ul', (list) => list.textContent)).toContain(
    'It takes about 20 minutes.',
  );
  await site.expectUsable('taster', () => site.goTo(`/taster/${slug}`));
  await site.signIn('officer');
  await site.expectUsable('mark', () => site.goTo(`/admin/modules/${slug}/taster`));
  await site.signInAs(undefined);
});

it('whoever has no account starts, leaves, comes back and goes on; a member takes it along, and it is not completed by that', async () => {
  const { page, desk } = site;
  const nothing = await nobody();
  let frame = await start(page);
  expect(await found(frame)).toBe('ab-initio|||not attempted');
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 800 });
    await page.screenshot({ path: `${PICTURES}/player-${width}.png` });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  expect(await go(frame, 'screen-5', 'incomplete')).toBe('true');
  await saved(page);
  await Promise.all([page.waitForNavigation(), page.click('[data-exit]')]);
  expect(page.url()).toBe(`${site.origin}/taster/${slug}`);
  frame = await start(page);
  expect(await found(frame)).toBe('resume|screen-5|answers of screen-5|incomplete');
  await go(frame, 'screen-7', 'completed');
  await saved(page);
  await page.reload();
  expect(await found(await inside(page))).toContain('|screen-7|answers of screen-7|completed');
  expect(await nobody()).toEqual(nothing);

  const member = await desk.who('member');
  const open = async () => {
    const { url } = await content.get(Launching, { strict: false }).open({ personId: member, courseId });
    await page.goto(url);
  };
  await open();
  await page.waitForSelector('[data-notice] h2');
  expect(await page.$eval('[data-notice]', (element) => element.textContent)).toContain(
    'Take along what was done in this browser?',
  );
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 800 });
    await page.screenshot({ path: `${PICTURES}/take-along-${width}.png` });
    await expectAccessible(page);
  }
  await page.click('[data-notice] .button');
  expect(await found(await inside(page))).toBe('resume|screen-7|answers of screen-7|incomplete');
  await saved(page);
  expect(await learnt()).toMatchObject([
    {
      completion: 'incomplete',
      success: 'unknown',
      completedAt: null,
      suspendData: '"answers of screen-7"',
    },
  ]);
  await open();
  frame = await inside(page);
  expect(await found(frame)).toBe('resume|screen-7|answers of screen-7|incomplete');
  await go(frame, 'screen-12', 'completed');
  await saved(page);
  expect(await learnt()).toMatchObject([{ completion: 'completed', suspendData: '"answers of screen-12"' }]);
  // It is the member's: whoever comes next is asked nothing.
  const { url } = await content
    .get(Launching, { strict: false })
    .open({ personId: await desk.given.aPerson({ name: 'Next', roles: ['member'] }), courseId });
  await page.goto(url);
  expect(await found(await inside(page))).toBe('ab-initio|||not attempted');
});

it('a browser that keeps nothing says so, and plays all the same; a member who does not want it begins anew', async () => {
  const context: BrowserContext = await site.browser.newContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(
    `if (location.port === '${new URL(site.desk.config.CONTENT_ORIGIN).port}') Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });`,
  );
  const frame = await start(page);
  expect(await go(frame, 'screen-5', 'incomplete')).toBe('true');
  await page.waitForSelector('.note--device');
  expect(await page.$eval('[data-notes]', (element) => element.textContent)).toContain(
    'This browser keeps nothing here',
  );
  expect(await page.$eval('[data-save-text]', (element) => element.textContent)).toBe('Not saved: keep this page open');
  await page.setViewport({ width: 360, height: 800 });
  await page.screenshot({ path: `${PICTURES}/keeps-nothing-360.png` });
  await expectAccessible(page);
  await page.click('[data-exit]');
  await page.waitForSelector('[data-notice] h2');
  expect(await page.$eval('[data-notice]', (element) => element.textContent)).toContain(
    'you begin from the beginning next time',
  );
  await Promise.all([page.waitForNavigation(), page.click('[data-notice] .button--secondary')]);
  expect(page.url()).toBe(`${site.origin}/taster/${slug}`);
  expect(await found(await start(page))).toBe('ab-initio|||not attempted');
  await context.close();

  const other = await site.browser.newContext();
  const again = await other.newPage();
  await go(await start(again), 'screen-3', 'incomplete');
  await saved(again);
  const personId = await site.desk.given.aPerson({ name: 'Another', roles: ['member'] });
  await again.goto((await content.get(Launching, { strict: false }).open({ personId, courseId })).url);
  await again.waitForSelector('[data-notice] .button--secondary');
  await again.click('[data-notice] .button--secondary');
  expect(await found(await inside(again))).toBe('ab-initio|||not attempted');
  await other.close();
});
