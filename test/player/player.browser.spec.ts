import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileStore } from '@induct/platform';
import { Launching } from '@induct/progress';
import type { BrowserContext, Frame, Page } from 'puppeteer';
import { frameWith, goToResult, playGolf } from '../journeys/golf';
import { expectAccessible } from '../support/axe';
import { builtPlayer } from '../support/built-player';
import { testConfig } from '../support/config';
import { createContentOrigin } from '../../apps/standalone/src';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { aMember } from '../support/given-learning';
import { aPackage } from '../support/given-package';
import { scormPackage } from '../support/packages';
import { describeWithSamples, sample } from '../support/samples';
import { TestBrowser } from '../support/test-browser';

interface Row {
  completion: string;
  success: string;
  score: string | null;
}

describe('a member in the player', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let site: Server;
  let origin: string;
  let browser: TestBrowser;
  let context: BrowserContext;

  beforeAll(async () => {
    builtPlayer();
    site = createServer((request, reply) => {
      reply.setHeader('content-type', 'text/html');
      reply.end(`<!doctype html><html lang="en"><title>${request.url}</title><h1>Members Area</h1>`);
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    database = await cloneDatabase();
    const { port } = site.address() as AddressInfo;
    app = await createContentOrigin(
      testConfig(database.url, { SITE_ORIGIN: `http://localhost:${port}` }),
      database.source,
    );
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
    browser = await TestBrowser.connect();
  });
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await database?.drop();
    site?.close();
  });

  const given = (zip: Buffer | string) => aPackage(database.source, app.get(FileStore), zip);

  async function opened(personId: string, courseId: string, width = 1280): Promise<Page> {
    const { token } = await app.get(Launching).open({ personId, courseId });
    const page = await context.newPage();
    await page.setViewport({ width, height: 800 });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${origin}/launch/${token}`);
    return page;
  }

  async function registration(personId: string): Promise<Row> {
    const [row] = await database.source.query<[Row]>(
      'select completion, success, score from registration where person_id = $1',
      [personId],
    );
    return row;
  }

  it('is sent to the Members Area by content that closes its window or takes over the page', async () => {
    const endings = {
      'close.html': 'window.close()',
      'top.html': 'top.location.href = "thanks.html"',
      'blank.html': 'top.close()',
    };
    for (const [href, ending] of Object.entries(endings)) {
      const script = `<!doctype html><title>x</title><button onclick='${ending}'>End</button><script>parent.API.LMSInitialize('');parent.API.LMSSetValue('cmi.core.lesson_status','completed');</script>`;
      const { courseId } = await given(await scormPackage({ scos: [{ id: 'one', href }], files: { [href]: script } }));
      const personId = await aMember(database.source);
      const page = await opened(personId, courseId);
      await (await frameWith(page, 'button[onclick]')).click('button');
      await page.waitForFunction('document.title.endsWith("/finished")');
      expect([ending, await registration(personId)]).toMatchObject([ending, { completion: 'completed' }]);
      await page.close();
    }
  });

  it('is told in the older tab that the module was opened in another, which keeps its place', async () => {
    const { courseId } = await given(await scormPackage());
    const personId = await aMember(database.source);
    const older = await opened(personId, courseId);
    const newer = await opened(personId, courseId);
    const set = async (page: Page, value: string) =>
      (await content(page)).evaluate(
        `api.LMSSetValue('cmi.core.lesson_location', ${JSON.stringify(value)}); api.LMSCommit('')`,
      );
    await set(newer, 'new');
    await newer.waitForSelector('[data-save-state=saved]');
    await set(older, 'old');
    await older.waitForSelector('[data-notice] h2');
    expect(await older.$eval('[data-notice]', (notice) => notice.textContent)).toContain('somewhere else');
    await expectAccessible(older);
    await newer.close();
    const third = await opened(personId, courseId);
    const place = await (await content(third)).evaluate(`api.LMSGetValue('cmi.core.lesson_location')`);
    expect(place).toBe('new');
  });

  it('carries a hundred thousand characters to the database and back, byte-exact', async () => {
    const data = Array.from({ length: 100_000 }, (_, at) => String.fromCharCode(32 + ((at * 7919) % 50_000))).join('');
    const { courseId } = await given(await scormPackage({ standard: 'scorm_2004' }));
    const personId = await aMember(database.source);
    const first = await opened(personId, courseId);
    await (
      await content(first)
    ).evaluate(
      `api.SetValue('cmi.suspend_data', ${JSON.stringify(data)}); api.SetValue('cmi.exit', 'suspend'); api.Commit('')`,
    );
    await first.waitForSelector('[data-save-state=saved]');
    await first.close();
    const second = await opened(personId, courseId);
    expect(await (await content(second)).evaluate(`api.GetValue('cmi.suspend_data')`)).toBe(data);
  });

  it('sees films from elsewhere, which are told the origin and never the address', async () => {
    const films = ['https://www.youtube.com/embed/x', 'https://player.vimeo.com/video/1'];
    const frames = films.map((film) => `<iframe src="${film}"></iframe>`).join('');
    const { courseId, versionId, key } = await given(
      await scormPackage({ scos: [{ id: 'one', href: 'one.html' }], files: { 'one.html': `<h1>Film</h1>${frames}` } }),
    );
    for (const film of films) {
      await database.source.query(
        `insert into version_host (version_id, host, uses, reason, agreed_at) values ($1, $2, '{frames}', 'Films', now())`,
        [versionId, new URL(film).host],
      );
    }
    const { token } = await app.get(Launching).open({ personId: await aMember(database.source), courseId });
    const page = await context.newPage();
    const referers = new Map<string, string | undefined>();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().startsWith(origin)) return void request.continue();
      referers.set(request.url(), request.headers()['referer']);
      void request.respond({ contentType: 'text/html', body: '<script>document.title = document.referrer</script>' });
    });
    await page.goto(`${origin}/launch/${token}`);
    const inside = await content(page);
    for (const film of films) {
      await page.waitForFrame((frame) => frame.url() === film);
      expect([film, referers.get(film)]).toEqual([film, `${origin}/`]);
    }
    expect(JSON.stringify([...referers.values()])).not.toContain(key);
    // And the player's address, which holds the token, is told to nobody.
    expect(await inside.evaluate('document.referrer')).toBe('');
  });

  it.each([1280, 360, 320])('has a page without barriers at %i px, also when the server is away', async (width) => {
    const { courseId } = await given(await scormPackage({ scos: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] }));
    const page = await opened(await aMember(database.source), courseId, width);
    await content(page);
    await expectAccessible(page);
    if (width < 900) await page.click('[data-contents-toggle]');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.setOfflineMode(true);
    await (await content(page)).evaluate(`api.LMSSetValue('cmi.core.lesson_status', 'completed')`);
    await page.waitForSelector('[data-save-state=failed]');
    await expectAccessible(page);
    await page.click('[data-exit]');
    // Nobody looks at an empty page without being told why.
    await page.waitForSelector('.note--leaving');
    await page.waitForSelector('[data-notice] h2');
    expect(await page.$('.note--leaving')).toBeNull();
    expect(await page.$eval('[data-notice] h2', (heading) => heading.textContent)).toBe('Not saved yet');
    await expectAccessible(page);
    await page.setOfflineMode(false);
    await page.waitForFunction('document.title.endsWith("/finished")');
  });

  it('finds everything with the keyboard', async () => {
    const { courseId } = await given(await scormPackage({ scos: [{ id: 'one' }, { id: 'two' }] }));
    const page = await opened(await aMember(database.source), courseId);
    await content(page);
    await page.evaluate('document.body.tabIndex = -1; document.body.focus()');
    const stops: string[] = [];
    for (let press = 0; press < 7; press++) {
      await page.keyboard.press('Tab');
      stops.push(
        (await page.evaluate(
          '(document.activeElement.textContent || document.activeElement.id).trim().split("\\n")[0]',
        )) as string,
      );
    }
    expect(stops).toEqual([
      'Skip to the module',
      'Contents',
      'Full screen',
      'Exit and save',
      'Part one',
      'Part two',
      'sco',
    ]);
    await page.focus('[data-open-sco=two]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-open-sco=two][aria-current]');
    await page.waitForFunction('document.activeElement.id === "sco"');
    expect(await page.$eval('#sco', (frame) => frame.getAttribute('title'))).toBe('Part two');
  });

  describeWithSamples('with the golf examples', () => {
    it.each(['golf-scorm12-basic-calls.zip', 'golf-scorm2004-3rd-basic-calls.zip'])(
      'plays %s to the end, and comes to the end-of-module page with the result recorded',
      async (name) => {
        const { courseId } = await given(sample(name));
        const personId = await aMember(database.source);
        const page = await opened(personId, courseId);
        await playGolf(page);
        await goToResult(page);
        expect(await registration(personId)).toEqual({ completion: 'completed', success: 'passed', score: '100' });
      },
      60_000,
    );

    it('comes back to the same place after the tab was closed without warning', async () => {
      const { courseId } = await given(sample('golf-scorm12-basic-calls.zip'));
      const personId = await aMember(database.source);
      const first = await opened(personId, courseId);
      const golf = await frameWith(first, '#butNext');
      for (let press = 0; press < 5; press++) await golf.click('#butNext');
      await untilWritten(first);
      await first.close();
      const second = await opened(personId, courseId, 360);
      const again = await frameWith(second, '#butNext');
      expect(await again.evaluate('pageArray[currentPage]')).toBe('Etiquette/Course.html');
      expect(await registration(personId)).toMatchObject({ completion: 'incomplete' });
    });

    it('chooses freely among 18 parts, and is done when all are', async () => {
      const { courseId } = await given(sample('golf-scorm12-18-scos.zip'));
      const personId = await aMember(database.source);
      const page = await opened(personId, courseId);
      const parts = await page.$$eval('[data-open-sco]', (buttons) => buttons.length);
      expect(parts).toBe(18);
      await expectAccessible(page);
      for (let part = parts - 1; part >= 0; part--) {
        await (await page.$$('[data-open-sco]'))[part]!.click();
        await page.waitForSelector(`::-p-xpath((//*[@data-open-sco])[${part + 1}][@aria-current])`);
        await content(page);
      }
      await page.click('[data-exit]');
      await page.waitForFunction('document.title.endsWith("/finished")');
      expect(await registration(personId)).toMatchObject({ completion: 'completed' });
    });
  });
});

/** What content has set is in the browser's journal: nothing has come after it for longer than the player lets it wait. */
async function untilWritten(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const database = await new Promise((done) => {
      indexedDB.open('induct-journal').onsuccess = ({ target }) => done(target.result);
    });
    const newest = () => new Promise((done) => {
      database.transaction('entries').objectStore('entries').getAll().onsuccess = ({ target }) =>
        done(Math.max(0, ...target.result.map(({ seq }) => seq)));
    });
    let before;
    do {
      before = await newest();
      await new Promise((done) => setTimeout(done, 500));
    } while ((await newest()) !== before);
  })()`);
}

/** The frame of the SCO, when it has been loaded. */
async function content(page: Page): Promise<Frame> {
  await page.waitForFunction(`(() => {
    const { contentDocument } = document.querySelector('#sco');
    return contentDocument?.readyState === 'complete' && contentDocument.location.pathname.startsWith('/content/');
  })()`);
  return await (await page.waitForSelector('#sco'))!.contentFrame();
}
