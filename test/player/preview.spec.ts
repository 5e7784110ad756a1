import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileStore, launchBrowser } from '@induct/platform';
import { Previews } from '@induct/steering';
import type { Browser, BrowserContext, Frame, Page } from 'puppeteer';
import { createContentOrigin } from '../../apps/standalone/src';
import { frameWith, playGolf } from '../journeys/golf';
import { expectAccessible } from '../support/axe';
import { builtPlayer } from '../support/built-player';
import { browserPlace, samplePackages, testConfig } from '../support/config';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { aPackage } from '../support/given-package';
import { anOpenRound, aPersonWho, aVersionUnderTest } from '../support/given-round';
import { scormPackage } from '../support/packages';
import { everythingRecorded } from '../support/recorded';

const hasSamples = existsSync(samplePackages);
if (!hasSamples) console.warn('The golf examples are not here: their tests are skipped.');

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a tester in a preview', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let site: Server;
  let origin: string;
  let browser: Browser;
  let context: BrowserContext;
  let tester: string;

  beforeAll(async () => {
    builtPlayer();
    site = createServer((request, reply) => {
      reply.setHeader('content-type', 'text/html');
      reply.end(`<!doctype html><html lang="en"><title>${request.url}</title><h1>Members Area</h1>`);
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    database = await cloneDatabase();
    const { port } = site.address() as AddressInfo;
    const settings = { SITE_ORIGIN: `http://localhost:${port}` };
    app = await createContentOrigin(testConfig(database.url, settings), database.source);
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
    browser = await launchBrowser(browserPlace);
    tester = await aPersonWho(database.source, 'tester', 'member');
  }, 60_000);
  beforeEach(async () => {
    context = await browser.createBrowserContext();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await database?.drop();
    site?.close();
  });

  async function underTest(zip: Buffer | string): Promise<{ versionId: string; roundId: string; by: string }> {
    const { versionId: published } = await aPackage(database.source, app.get(FileStore), zip);
    const { versionId } = await aVersionUnderTest(database.source, published);
    const roundId = await anOpenRound(database.source, { versionId, testers: [tester] });
    return { versionId, roundId, by: tester };
  }

  async function opened(
    round: { versionId: string; roundId: string | null; by: string; goTo?: { findingId: string } },
    [width, height]: [number, number] = [1280, 800],
  ): Promise<{ page: Page; previewId: string }> {
    const { token, previewId } = await app.get(Previews).open(round);
    const page = await context.newPage();
    await page.setViewport({ width, height });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${origin}/preview/${token}`);
    return { page, previewId };
  }

  const threeParts = () => scormPackage({ scos: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] });

  async function record(page: Page, text: string, severity = 'should_fix'): Promise<void> {
    await page.click(`#severity-${severity}`);
    await page.type('#text', text);
    await page.click('[data-finding-form] [type=submit]');
  }
  const untilSaid = (page: Page, words: string) =>
    page.waitForFunction(
      `[...document.querySelectorAll('[data-said]')].some((line) => line.textContent.includes(${JSON.stringify(words)}))`,
    );

  const callsOf = async (previewId: string) =>
    (await app.get(Previews).calls(previewId)).map(({ call, element, value, answer, error }) =>
      [call, element, value, answer, error].join('|'),
    );

  it('sees at once that nothing is recorded, and where the way back is', async () => {
    const { page } = await opened(await underTest(await scormPackage()));
    expect(await textOf(page, '.preview')).toBe('Preview. Nothing is recorded for anybody.');
    expect(await textOf(page, '[data-exit]')).toBe('Back to round 2');
    expect(
      await (
        await content(page)
      ).evaluate(
        `[api.LMSGetValue('cmi.core.lesson_mode'), api.LMSGetValue('cmi.core.credit'), api.LMSGetValue('cmi.core.entry'), api.LMSGetValue('cmi.core.student_name')]`,
      ),
    ).toEqual(['browse', 'no-credit', 'ab-initio', 'Preview, Tester']);
    await page.click('[data-exit]');
    await page.waitForFunction('document.title.startsWith("/testing/rounds/")');
  });

  it('has every call of the package written down in order, also the last ones before leaving', async () => {
    const { page, previewId } = await opened(await underTest(await scormPackage()));
    const sco = await content(page);
    await sco.evaluate(
      `api.LMSSetValue('cmi.core.lesson_status', 'done'); api.LMSGetLastError(); api.LMSSetValue('cmi.suspend_data', 'x'.repeat(5120))`,
    );
    // Nothing waits for the second after which calls are sent: the page is gone.
    await page.goto('about:blank');
    await eventually(async () => (await callsOf(previewId)).length >= 5);
    const calls = await callsOf(previewId);
    expect(calls.slice(0, 5)).toEqual([
      'opened|sco|||',
      'LMSInitialize|||true|',
      'LMSSetValue|cmi.core.lesson_status|done|false|405',
      'LMSGetLastError|||405|',
      `LMSSetValue|cmi.suspend_data|${'x'.repeat(4096)}|true|`,
    ]);
    const [, , , , long] = await app.get(Previews).calls(previewId);
    expect(long!.valueLength).toBe(5120);
  });

  it('records a finding where they are, with a screenshot, and finds the way back to it', async () => {
    const round = await underTest(await threeParts());
    const { page } = await opened(round);
    await content(page);
    await page.click('[data-open-sco=two]');
    await partIs(page, 'two');
    const sco = await content(page);
    await sco.evaluate(
      `api.LMSSetValue('cmi.core.lesson_location', 'page-4'); api.LMSSetValue('cmi.suspend_data', 'q=2')`,
    );
    await page.waitForFunction(`document.querySelector('[data-place]').textContent.includes('page-4')`);
    expect(await textOf(page, '[data-place]')).toBe('Part 2 of 3: Part two, at “page-4”');
    const picture = join(tmpdir(), 'induct-preview-spec.png');
    writeFileSync(picture, PNG);
    await (await page.waitForSelector('input#screenshot'))!.uploadFile(picture);
    await record(page, 'The date is wrong', 'blocking');
    await untilSaid(page, 'is recorded');
    const [finding] = await database.source.query<[Record<string, unknown>]>(
      `select *, encode(screenshot_sha256, 'hex') as picture from finding where round_id = $1`,
      [round.roundId],
    );
    expect(finding).toMatchObject({
      sco: 'two',
      sco_title: 'Part two',
      location: 'page-4',
      severity: 'blocking',
      text: 'The date is wrong',
      resume: { location: 'page-4', suspendData: 'q=2' },
      screenshot_type: 'image/png',
      author_id: tester,
    });
    expect(await app.get(FileStore).read(finding.picture as string)).toEqual(PNG);
    expect(Number(finding.log_to)).toBeGreaterThan(Number(finding.log_from));

    await page.click('[data-open-sco=one]');
    await partIs(page, 'one');
    await content(page);
    await page.type('#text', 'Half a thought');
    await page.click('[aria-controls=findings]');
    await Promise.all([page.waitForNavigation(), page.click('.finding__go')]);
    const there = await content(page);
    expect(
      await there.evaluate(
        `[api.LMSGetValue('cmi.core.entry'), api.LMSGetValue('cmi.core.lesson_location'), api.LMSGetValue('cmi.suspend_data')]`,
      ),
    ).toEqual(['resume', 'page-4', 'q=2']);
    expect(await textOf(page, '[data-panel-notice]')).toMatch(/^This is where finding \d+ was made\.$/);
    expect(await valueOf(page, '#text')).toBe('Half a thought');
    await Promise.all([page.waitForNavigation(), page.click('[data-restart]')]);
    const begun = await content(page);
    expect(await begun.evaluate(`[api.LMSGetValue('cmi.core.entry'), document.title]`)).toEqual([
      'ab-initio',
      'Part one',
    ]);
    await page.click('[data-open-sco=two]');
    await partIs(page, 'two');
    expect(await (await content(page)).evaluate(`api.LMSGetValue('cmi.core.entry')`)).toBe('ab-initio');
  });

  it('loses nothing of what they wrote when it cannot be sent, and is told what is missing', async () => {
    const { page } = await opened(await underTest(await scormPackage()));
    await content(page);
    await page.click('[data-finding-form] [type=submit]');
    expect(await textOf(page, '[data-trouble]')).toMatch(
      /not recorded.*Choose how serious it is.*Enter what you found/s,
    );
    expect(await page.evaluate('document.activeElement.hasAttribute("data-trouble")')).toBe(true);
    await expectAccessible(page);
    await page.click('[data-trouble] a:last-of-type');
    await page.setOfflineMode(true);
    await record(page, 'Too small');
    await page.waitForFunction(`document.querySelector('[data-trouble]').textContent.includes('still here')`);
    expect(await valueOf(page, '#text')).toBe('Too small');
    await page.setOfflineMode(false);
    await page.click('[data-finding-form] [type=submit]');
    await untilSaid(page, 'is recorded');
    expect(await valueOf(page, '#text')).toBe('');
  }, 60_000);

  it('can say that they could not finish', async () => {
    const round = await underTest(await scormPackage());
    const { page } = await opened(round);
    await content(page);
    await page.click('[aria-controls=could-not-finish]');
    await page.type('#why', 'The third page stays empty');
    await page.click('#could-not-finish [type=submit]');
    await untilSaid(page, 'could not finish');
    const [row] = await database.source.query<object[]>(
      'select could_not_finish_why from test_round_tester where round_id = $1',
      [round.roundId],
    );
    expect(row).toEqual({ could_not_finish_why: 'The third page stays empty' });
  });

  it('stays when the module ends or wants to leave, to record what they found', async () => {
    const ending = `<!doctype html><title>x</title><h1>x</h1><button onclick="parent.API.LMSFinish(''); top.close()">End</button><script>parent.API.LMSInitialize('')</script>`;
    const zip = await scormPackage({ scos: [{ id: 'one', href: 'one.html' }], files: { 'one.html': ending } });
    const { page } = await opened(await underTest(zip));
    await (await frameWith(page, 'button[onclick]')).click('button');
    await page.waitForSelector('[data-notice] h2');
    expect(await textOf(page, '[data-notice]')).toMatch(/has ended here/);
    await expectAccessible(page);
    await record(page, 'It ends too early');
    await untilSaid(page, 'is recorded');
    const back = await page.$$('[data-notice] button');
    await back[0]!.click();
    await page.waitForFunction('document.title.startsWith("/testing/rounds/")');
  });

  it('only looks when the round is over', async () => {
    const round = await underTest(await scormPackage());
    await database.source.query(`update test_round set state = 'closed', closed_at = now(), closed_why = 'officer'`);
    const { page } = await opened(round);
    await content(page);
    expect(await page.$('[data-finding-form]')).toBeNull();
    expect(await textOf(page, '#panel')).toContain(
      'Findings are recorded by the testers of a round, while it is open.',
    );
    await expectAccessible(page);
  });

  it.each([
    [1280, 800],
    [360, 740],
    [320, 568],
    [320, 256],
  ])('has no barriers at %i × %i px, and the panel never covers the module', async (width, height) => {
    const round = await underTest(await threeParts());
    const { page } = await opened(round, [width, height]);
    await content(page);
    const isBeside = width >= 1024;
    await page.waitForFunction(`document.querySelector('#panel').hidden === ${!isBeside}`);
    await expectAccessible(page);
    await page.click('[data-panel-toggle]');
    await expectAccessible(page);
    if (isBeside) await page.click('[data-panel-toggle]');
    for (const button of ['[aria-controls=findings]', '[aria-controls=could-not-finish]']) await page.click(button);
    if (!isBeside) await page.click('[data-contents-toggle]');
    expect(await page.evaluate(`document.querySelector('#panel').hidden`)).toBe(false);
    await expectAccessible(page);
    expect(await overlap(page)).toBe(0);
    expect(await page.$eval('#sco', (frame) => frame.clientHeight)).toBeGreaterThanOrEqual(200);
  });

  it('works by keyboard: the panel opens, takes the focus, and Escape leads back', async () => {
    const { page } = await opened(await underTest(await threeParts()), [360, 740]);
    await content(page);
    await page.focus('[data-panel-toggle]');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('panel-title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await untilSaid(page, 'is recorded');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.hasAttribute("data-panel-toggle")')).toBe(true);
    expect(await page.evaluate(`document.querySelector('#panel').hidden`)).toBe(true);
  });

  describe('changes nothing that is recorded of anybody', () => {
    it.each(['scorm_12', 'scorm_2004'] as const)(
      'with a package of %s that says completed and passed',
      async (standard) => {
        const round = await underTest(await scormPackage({ standard, scos: [{ id: 'one' }, { id: 'two' }] }));
        const before = await everythingRecorded(database.source);
        const { page } = await opened(round);
        for (const part of ['one', 'two']) {
          await page.click(`[data-open-sco=${part}]`);
          await partIs(page, part);
          const is12 = standard === 'scorm_12';
          await (
            await content(page)
          ).evaluate(
            is12
              ? `api.LMSSetValue('cmi.core.score.raw', '100'); api.LMSSetValue('cmi.core.lesson_status', 'passed'); api.LMSCommit('')`
              : `api.SetValue('cmi.score.scaled', '1'); api.SetValue('cmi.completion_status', 'completed'); api.SetValue('cmi.success_status', 'passed'); api.Commit('')`,
          );
          await page.waitForSelector('[data-save-state=saved]');
        }
        await record(page, 'Good');
        await untilSaid(page, 'is recorded');
        await page.reload();
        await content(page);
        await page.click('[data-exit]');
        await page.waitForFunction('document.title.startsWith("/testing/rounds/")');
        expect(await everythingRecorded(database.source)).toEqual(before);
        const [{ count }] = await database.source.query<[{ count: number }]>(
          'select count(*)::int as count from preview_sco join preview on id = preview_id where version_id = $1',
          [round.versionId],
        );
        expect(count).toBe(2);
      },
    );

    (hasSamples ? describe : describe.skip)('with the golf examples', () => {
      it.each(['golf-scorm12-basic-calls.zip', 'golf-scorm2004-3rd-basic-calls.zip'])(
        'with %s, played to the end with every answer right',
        async (name) => {
          const round = await underTest(join(samplePackages, name));
          const before = await everythingRecorded(database.source);
          const { page, previewId } = await opened(round);
          await playGolf(page);
          await page.waitForSelector('[data-notice] h2');
          await record(page, 'The last question has two right answers', 'blocking');
          await untilSaid(page, 'is recorded');
          await page.click('[data-exit]');
          await page.waitForFunction('document.title.startsWith("/testing/rounds/")');
          expect(await everythingRecorded(database.source)).toEqual(before);
          const calls = await callsOf(previewId);
          expect(
            calls.some((call) => /SetValue\|cmi\.(core\.lesson_status|success_status)\|passed\|true/.test(call)),
          ).toBe(true);
          expect(calls.some((call) => /^(LMSFinish|Terminate)\|.*\|true\|$/.test(call))).toBe(true);
        },
        60_000,
      );

      it('with the 18 parts of golf, each opened', async () => {
        const round = await underTest(join(samplePackages, 'golf-scorm12-18-scos.zip'));
        const before = await everythingRecorded(database.source);
        const { page } = await opened(round);
        await content(page);
        const parts = await page.$$eval('[data-open-sco]', (buttons) => buttons.length);
        expect(parts).toBe(18);
        for (const part of [17, 2, 9]) {
          await (await page.$$('[data-open-sco]'))[part]!.click();
          await page.waitForSelector(`::-p-xpath((//*[@data-open-sco])[${part + 1}][@aria-current])`);
          await content(page);
        }
        await expectAccessible(page);
        await page.click('[data-exit]');
        await page.waitForFunction('document.title.startsWith("/testing/rounds/")');
        expect(await everythingRecorded(database.source)).toEqual(before);
      });
    });
  });
});

/** The frame of the SCO, when it has been loaded. */
async function content(page: Page): Promise<Frame> {
  await page.waitForFunction(`(() => {
    const { contentDocument } = document.querySelector('#sco');
    return contentDocument?.readyState === 'complete' && contentDocument.location.pathname.startsWith('/content/');
  })()`);
  return await (await page.waitForSelector('#sco'))!.contentFrame();
}

const partIs = (page: Page, part: string) => page.waitForSelector(`[data-open-sco=${part}][aria-current]`);

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());

const valueOf = (page: Page, selector: string) => page.evaluate(`document.querySelector('${selector}').value`);

/** Square pixels that the panel and the module have in common. */
const overlap = (page: Page) =>
  page.evaluate(`(() => {
    const [a, b] = ['#sco', '#panel'].map((selector) => document.querySelector(selector).getBoundingClientRect());
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return Math.round(Math.max(0, width) * Math.max(0, height));
  })()`);

async function eventually(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('Waited in vain');
    await new Promise((done) => setTimeout(done, 50));
  }
}
