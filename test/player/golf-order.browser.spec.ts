import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileStore } from '@induct/platform';
import { Launching } from '@induct/progress';
import type { BrowserContext, Page } from 'puppeteer';
import { frameWith } from '../journeys/golf';
import { builtPlayer } from '../support/built-player';
import { testConfig } from '../support/config';
import { createContentOrigin } from '../../apps/standalone/src';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { aMember } from '../support/given-learning';
import { aPackage } from '../support/given-package';
import { describeWithSamples, sample } from '../support/samples';
import { TestBrowser } from '../support/test-browser';

describeWithSamples('a member in a golf course whose parts have an order', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let site: Server;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let personId: string;
  let courseId: string;

  beforeAll(async () => {
    builtPlayer();
    site = createServer((_, reply) => void reply.setHeader('content-type', 'text/html').end('<title>Site</title>'));
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    database = await cloneDatabase();
    const { port } = site.address() as AddressInfo;
    const config = testConfig(database.url, { SITE_ORIGIN: `http://localhost:${port}` });
    app = await createContentOrigin(config, database.source);
    await app.listen(0, '127.0.0.1');
    browser = await TestBrowser.connect();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await database?.drop();
    site?.close();
  });

  async function open(): Promise<void> {
    const { token } = await app.get(Launching).open({ personId, courseId });
    page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${await app.getUrl()}/launch/${token}`);
  }
  async function begin(zip: string): Promise<void> {
    context = await browser.newContext();
    ({ courseId } = await aPackage(database.source, app.get(FileStore), sample(zip)));
    personId = await aMember(database.source);
    await open();
  }

  const isIn = (part: string) =>
    page.waitForFunction(`document.querySelector('[data-part]').textContent === '${part}'`);
  /** What the course itself would say of the part. @param isOnItsOwn false: it loads a library from elsewhere, and begins not without */
  async function says(part: string, said: Record<string, string>, isOnItsOwn = true): Promise<void> {
    await isIn(part);
    const content = await frameWith(page, 'body');
    if (isOnItsOwn) await page.waitForFunction(`API_1484_11.GetValue('cmi.learner_name') !== ''`);
    else await page.evaluate(`API_1484_11.Initialize('')`);
    await content.evaluate((values) => {
      // Runs in the browser.
      const { top } = globalThis as unknown as { top: unknown };
      const { API_1484_11: api } = top as {
        API_1484_11: { SetValue(name: string, to: string): string };
      };
      for (const [name, value] of Object.entries(values)) api.SetValue(name, value);
    }, said);
  }
  async function goesOn(): Promise<void> {
    await page.waitForSelector('[data-nav=continue][aria-disabled=false]', { visible: true });
    await page.click('[data-nav=continue]');
  }
  const done = { 'cmi.completion_status': 'completed' };
  const passed = { ...done, 'cmi.success_status': 'passed', 'cmi.score.scaled': '1' };
  const failed = { ...done, 'cmi.success_status': 'failed', 'cmi.score.scaled': '0.1' };
  const recorded = async () =>
    (
      await database.source.query<{ completion: string; success: string; score: string | null }[]>(
        'select completion, success, score from registration where person_id = $1',
        [personId],
      )
    )[0];
  const isOver = () => page.waitForFunction(`location.pathname.endsWith('/finished')`);
  const CONTENT = ['Playing the Game', 'Etiquette', 'Handicapping', 'Having Fun'];

  it('opens each part when the one before it is done, and goes on there in another visit', async () => {
    await begin('golf-scorm2004-3rd-forced-sequential.zip');
    await isIn('Playing the Game');
    const isClosed = (id: string) => page.waitForSelector(`[data-open-sco=${id}][aria-disabled=true]`);
    await isClosed('etuqiette_item');
    await says('Playing the Game', passed);
    await page.waitForSelector('[data-open-sco=etuqiette_item][aria-disabled=false]');
    await isClosed('handicapping_item');
    await goesOn();
    await says('Etiquette', passed);
    await page.click('[data-exit]');
    await isOver();
    expect(await recorded()).toMatchObject({ completion: 'incomplete' });
    await open();
    await says('Etiquette', passed);
    for (const part of ['Handicapping', 'Having Fun', 'Quiz']) {
      await goesOn();
      await says(part, passed);
    }
    await goesOn();
    await isOver();
    expect(await recorded()).toMatchObject({ completion: 'completed' });
  });

  it('is led back to what was not passed, and past what was', async () => {
    await begin('golf-scorm2004-3rd-simple-remediation.zip');
    await isIn('Playing the Game');
    expect(await page.$('#contents')).toBeNull();
    for (const part of CONTENT) {
      await says(part, done);
      await goesOn();
    }
    for (const [at, part] of ['Playing Quiz', 'Etiquette Quiz', 'Handicapping Quiz', 'Having Fun Quiz'].entries()) {
      await says(part, at === 3 ? failed : passed);
      await goesOn();
    }
    await says('Having Fun', done);
    await goesOn();
    await says('Having Fun Quiz', passed);
    await goesOn();
    await isOver();
    expect(await recorded()).toMatchObject({ completion: 'completed', success: 'passed' });
  });

  it('has the result of the test alone where the course says so', async () => {
    await begin('golf-scorm2004-4th-post-test-rollup.zip');
    for (const part of CONTENT) {
      await says(part, { ...done, 'cmi.progress_measure': '1' }, false);
      await goesOn();
    }
    await says('Quiz', { ...passed, 'cmi.score.scaled': '0.9' }, false);
    await goesOn();
    await isOver();
    expect(await recorded()).toMatchObject({ completion: 'completed', success: 'passed', score: '90' });
  });
});
