import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { declaredRoutes, PeopleService, ROLES, SignIns } from '@induct/people';
import { type Config, FileStore, launchBrowser, Transactions } from '@induct/platform';
import { Launching } from '@induct/progress';
import type { Browser, BrowserContext, Frame, Page } from 'puppeteer';
import { createMembersArea } from '../../apps/members-area/src';
import { builtPlayer } from '../support/built-player';
import { browserPlace, testConfig } from '../support/config';
import { createContentOrigin } from '../support/content-origin';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { aPackage } from '../support/given-package';
import { scormPackage } from '../support/packages';
import { hostilePackage, SHAPES } from './hostile-package';

const SECRET = 'the answer nobody else may read';

/** A package is untrusted code. It is opened by somebody who is signed in and may do everything, and tries all it can. */
describe('a hostile package', () => {
  let database: TestDatabase;
  let site: NestFastifyApplication;
  let content: NestFastifyApplication;
  let config: Config;
  let browser: Browser;
  let context: BrowserContext;
  let personId: string;
  let cookie: string;
  let hostile: { courseId: string; key: string };
  let honest: { courseId: string; key: string; versionId: string };

  beforeAll(async () => {
    builtPlayer();
    database = await cloneDatabase();
    const [port, contentPort] = [await freePort(), await freePort()];
    config = testConfig(database.url, {
      PORT: String(port),
      CONTENT_PORT: String(contentPort),
      DEMO: 'true',
      LOG_LEVEL: 'error',
    });
    site = await createMembersArea(config, database.source);
    content = await createContentOrigin(config, database.source);
    await site.listen(port, '127.0.0.1');
    await content.listen(contentPort, '127.0.0.1');
    const store = content.get(FileStore);
    hostile = await aPackage(database.source, store, await hostilePackage());
    honest = await aPackage(database.source, store, await scormPackage({ title: 'Honest' }));
    const people = site.get(PeopleService, { strict: false });
    await site.get(Transactions).run(async (tx) => {
      const person = { name: 'Ada Fenwick', email: 'ada@northmoor.example', roles: [...ROLES] };
      [personId] = (await people.add(tx, [person], null)) as [string];
      cookie = await site.get(SignIns, { strict: false }).signIn(tx, personId);
    });
    browser = await launchBrowser(browserPlace);
  }, 60_000);
  beforeEach(async () => {
    context = await browser.createBrowserContext();
    await context.setCookie({
      name: 'induct',
      value: cookie,
      domain: 'localhost',
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await content?.close();
    await site?.close();
    await database?.drop();
  });

  async function play(
    courseId: string,
    options: { withoutPolicy?: boolean } = {},
  ): Promise<{ page: Page; sco: Frame }> {
    const { url } = await content.get(Launching).open({ personId, courseId });
    const page = await context.newPage();
    await page.setBypassCSP(options.withoutPolicy ?? false);
    await page.goto(url);
    await page.waitForFunction(`document.querySelector('#sco').contentDocument?.querySelector('h1')`);
    return { page, sco: (await (await page.$('#sco'))!.contentFrame())! };
  }

  /** Every table's rows, but for when a sign-in was last seen. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await database.source.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'commit_log_%' order by 1`,
    );
    const state: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await database.source.query<[{ state: string }]>(
        `select count(*) || ' ' || coalesce(md5(string_agg(r, '|' order by r)), '') as state
         from (select (to_jsonb(t) - 'last_seen_at')::text as r from "${name}" t) as rows`,
      );
      state[name] = row.state;
    }
    return state;
  }

  function targets(): string[] {
    const value = (name: string) => (name === 'slug' ? 'honest' : name === 'key' ? honest.key : randomUUID());
    const addresses = (app: NestFastifyApplication, origin: string) =>
      declaredRoutes(app).map(
        ({ path }) => origin + path.replace(/:(\w+)/g, (_, name: string) => value(name)).replace('*', 'one.html'),
      );
    return [...new Set([...addresses(site, config.SITE_ORIGIN), ...addresses(content, config.CONTENT_ORIGIN)])];
  }

  it('has more than forty ways to ask', () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ['under the policy of its files', false],
    ['when the browser knows no policy', true],
  ])(
    'changes nothing and reads nothing, whatever it sends to whichever route, %s',
    async (_, withoutPolicy) => {
      const { sco } = await play(hostile.courseId, { withoutPolicy });
      const before = await everything();
      const addresses = targets();
      expect(addresses.length).toBeGreaterThan(20);
      const readFromSite: unknown[] = [];
      for (const address of addresses) {
        const read = await sco.evaluate(`attack(${JSON.stringify(address)}, ${JSON.stringify(SHAPES)})`);
        if (address.startsWith(config.SITE_ORIGIN) && (read as unknown[]).length > 0)
          readFromSite.push([address, read]);
      }
      expect(readFromSite).toEqual([]);
      expect(await everything()).toEqual(before);
    },
    300_000,
  );

  it('cannot read or forge what another module keeps in the browser', async () => {
    const first = await play(honest.courseId);
    await first.page.setOfflineMode(true);
    await first.sco.evaluate(
      `api.LMSSetValue('cmi.suspend_data', ${JSON.stringify(SECRET)}); api.LMSSetValue('cmi.core.lesson_location', '7'); api.LMSCommit('')`,
    );
    await first.page.waitForSelector('[data-save-state=failed]');
    await first.page.close();

    const { page, sco } = await play(hostile.courseId);
    const seen = (await sco.evaluate(`(async () => {
      const open = (name) => new Promise((done) => { const request = indexedDB.open(name); request.onsuccess = () => done(request.result); });
      const database = await open('induct-journal');
      const all = () => new Promise((done) => { const request = database.transaction('entries').objectStore('entries').getAll(); request.onsuccess = () => done(request.result); });
      const entries = await all();
      const store = database.transaction('entries', 'readwrite').objectStore('entries');
      // The same words under another launch and another SCO, and words of its own.
      for (const entry of entries) {
        const [launch, part, run] = JSON.parse(entry.key);
        store.put({ ...entry, key: JSON.stringify([launch, 'other', run]) });
        store.put({ ...entry, key: JSON.stringify([launch, part, run + 1]), sealed: crypto.getRandomValues(new Uint8Array(200)) });
        localStorage.setItem('induct-journal ' + entry.tag + ' ' + JSON.stringify([launch, part, 99]), JSON.stringify({ seq: 9, sealed: 'AAAA' }));
      }
      return entries.map(({ sealed }) => new TextDecoder().decode(sealed)).join() + JSON.stringify(localStorage);
    })()`)) as string;
    expect(seen.length).toBeGreaterThan(200);
    expect(seen).not.toContain(SECRET);
    await page.close();

    const again = await play(honest.courseId);
    expect(
      await again.sco.evaluate(`[api.LMSGetValue('cmi.suspend_data'), api.LMSGetValue('cmi.core.lesson_location')]`),
    ).toEqual([SECRET, '7']);
    const [{ count }] = await database.source.query<[{ count: string }]>(
      `select count(*) from commit_log join launch on launch.id = launch_id join attempt on attempt.id = launch.attempt_id where version_id = $1 and seq = 9`,
      [honest.versionId],
    );
    expect(count).toBe('0');
  });

  it('cannot open another launch, nor another package, without knowing their secret names', async () => {
    const { sco } = await play(hostile.courseId);
    const answers = await sco.evaluate(
      `Promise.all(['/launch/', '/launch/x/state', '/content/', '/content/x/one.html', '/content/${hostile.key}/..%2f${honest.key}/one.html', '/launch/${personId}/state'].map(async (path) => (await fetch(path)).status))`,
    );
    expect(answers).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await sco.evaluate(`[document.referrer, String(top.opener), document.cookie]`)).toEqual(['', 'null', '']);
  });

  it('cannot install a service worker', async () => {
    const { sco } = await play(hostile.courseId);
    const outcome = await sco.evaluate(
      `navigator.serviceWorker.register('worker.js').then(() => 'installed', (error) => error.name)`,
    );
    expect(outcome).not.toBe('installed');
    expect(await sco.evaluate(`navigator.serviceWorker.getRegistrations().then((all) => all.length)`)).toBe(0);
  });

  it('cannot give the site a cookie, nor the member another sign-in', async () => {
    const { sco } = await play(hostile.courseId);
    await sco.evaluate(`(() => {
      document.cookie = 'induct=forged; path=/';
      document.cookie = 'induct=forged; path=/; domain=localhost';
      document.cookie = 'induct=forged; path=/modules; domain=.localhost';
    })()`);
    const home = await context.newPage();
    await home.goto(`${config.SITE_ORIGIN}/modules`);
    expect(await home.$eval('body', (body) => body.textContent)).toContain('Ada Fenwick');
    const known = await context.cookies();
    expect(known.filter(({ domain }) => domain === 'localhost').map(({ value }) => value)).toEqual([cookie]);
    const reply = await home.goto(`${config.CONTENT_ORIGIN}/content/${hostile.key}/one.html`);
    expect(reply!.headers()['set-cookie']).toBeUndefined();
  });

  it('cannot look into the site from a window it opens, nor frame it', async () => {
    const { page, sco } = await play(hostile.courseId, { withoutPolicy: true });
    const opened = new Promise<Page>(
      (done) => void context.once('targetcreated', (target) => void target.page().then((one) => done(one!))),
    );
    const look = sco.evaluate(`(async () => {
      const other = window.open(${JSON.stringify(`${config.SITE_ORIGIN}/modules`)});
      await new Promise((done) => setTimeout(done, 1500));
      try { return other.document.body.innerText; } catch (error) { return error.name; }
    })()`);
    await page.evaluate('0');
    expect(['SecurityError', 'TypeError', '']).toContain(await look);
    await (await opened).close();
    const framed = await sco.evaluate(`(async () => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(`${config.SITE_ORIGIN}/modules`)};
      document.body.append(frame);
      await new Promise((done) => { frame.onload = done; setTimeout(done, 3000); });
      try { return frame.contentDocument?.body.innerText ?? 'nothing'; } catch (error) { return error.name; }
    })()`);
    expect(['SecurityError', 'nothing']).toContain(framed);
    const inside = page.frames().find((frame) => frame.url().startsWith(config.SITE_ORIGIN));
    expect((await inside?.content())?.includes('Ada Fenwick') ?? false).toBe(false);
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
