import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileStore } from '@induct/platform';
import { Previews } from '@induct/steering';
import type { BrowserContext, Frame, Page } from 'puppeteer';
import { createContentOrigin } from '../../apps/standalone/src';
import { builtPlayer } from './built-player';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { aPackage } from './given-package';
import { anOpenRound, aPersonWho, aVersionUnderTest } from './given-round';
import { scormPackage } from './packages';
import { TestBrowser } from './test-browser';

export interface RoundToPreview {
  versionId: string;
  roundId: string;
  by: string;
}

/** The content origin, a site to come back to, and a browser in which a tester previews: for each test from anew. */
export class PreviewInBrowser {
  private context!: BrowserContext;

  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
    readonly tester: string,
    private readonly site: Server,
    private readonly browser: TestBrowser,
  ) {}

  static async open(): Promise<PreviewInBrowser> {
    builtPlayer();
    const site = createServer((request, reply) => {
      reply.setHeader('content-type', 'text/html');
      reply.end(`<!doctype html><html lang="en"><title>${request.url}</title><h1>Members Area</h1>`);
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    const database = await cloneDatabase();
    const { port } = site.address() as AddressInfo;
    const settings = { SITE_ORIGIN: `http://localhost:${port}` };
    const app = await createContentOrigin(testConfig(database.url, settings), database.source);
    await app.listen(0, '127.0.0.1');
    const tester = await aPersonWho(database.source, 'tester', 'member');
    return new PreviewInBrowser(database, app, tester, site, await TestBrowser.connect());
  }

  /** Before each test: nothing that a browser keeps is there. */
  async begin(): Promise<void> {
    this.context = await this.browser.newContext();
  }

  /** After each test. */
  async end(): Promise<void> {
    await this.context.close();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
    await this.database.drop();
    this.site.close();
  }

  /** A round on the second version of a package. */
  async underTest(zip: Buffer | string): Promise<RoundToPreview> {
    const { source } = this.database;
    const { versionId: published } = await aPackage(source, this.app.get(FileStore), zip);
    const { versionId } = await aVersionUnderTest(source, published);
    const roundId = await anOpenRound(source, { versionId, testers: [this.tester] });
    return { versionId, roundId, by: this.tester };
  }

  /** What `induct.json` of the package would say. */
  async declares(versionId: string, declared: object): Promise<void> {
    await this.database.source.query('update course_version set declared = $2 where id = $1', [versionId, declared]);
  }

  /** An officer says a fact of the council otherwise. */
  async says(key: string, words: string): Promise<void> {
    await this.database.source.query('insert into local_fact (key, words, set_by, set_at) values ($1, $2, $3, now())', [
      key,
      words,
      this.tester,
    ]);
  }

  async opened(
    round: RoundToPreview,
    [width, height]: readonly [number, number] = [1280, 800],
  ): Promise<{ page: Page; previewId: string }> {
    const { token, previewId } = await this.app.get(Previews).open(round);
    const page = await this.context.newPage();
    await page.setViewport({ width, height });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${await this.app.getUrl()}/preview/${token}`);
    return { page, previewId };
  }

  /** The run-time log, a line a call. */
  async callsOf(previewId: string): Promise<string[]> {
    const calls = await this.app.get(Previews).calls(previewId);
    return calls.map(({ call, element, value, answer, error }) => [call, element, value, answer, error].join('|'));
  }
}

export const threeParts = () => scormPackage({ scos: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] });

/** Records a finding from the panel. */
export async function record(page: Page, text: string, severity = 'should_fix'): Promise<void> {
  await page.click(`#severity-${severity}`);
  await page.type('#text', text);
  await page.click('[data-finding-form] [type=submit]');
}

export const untilSaid = (page: Page, words: string) =>
  page.waitForFunction(
    `[...document.querySelectorAll('[data-said]')].some((line) => line.textContent.includes(${JSON.stringify(words)}))`,
  );

export const backOnTheSite = (page: Page) => page.waitForFunction('document.title.startsWith("/testing/rounds/")');

/** The frame of the SCO, when it has been loaded. */
export async function content(page: Page): Promise<Frame> {
  await page.waitForFunction(`(() => {
    const { contentDocument } = document.querySelector('#sco');
    return contentDocument?.readyState === 'complete' && contentDocument.location.pathname.startsWith('/content/');
  })()`);
  return await (await page.waitForSelector('#sco'))!.contentFrame();
}

export const partIs = (page: Page, part: string) => page.waitForSelector(`[data-open-sco=${part}][aria-current]`);

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());

export const valueOf = (page: Page, selector: string) => page.evaluate(`document.querySelector('${selector}').value`);
