import type { Page } from 'puppeteer';
import { attackEverything, withoutLaunches } from './attack';
import { Battlefield, FORM_COOKIE } from './battlefield';
import { SHAPES } from './hostile-package';
import { triesOnThePlayer } from './tries-on-the-player';
import { DELETE_EVERYTHING, keepOffline } from './unsent-words';

const SECRET = 'the answer nobody else may read';

let field: Battlefield;

/** A package is untrusted code. It is opened by somebody who is signed in and may do everything, and tries all it can. */
describe('a hostile package', () => {
  beforeAll(async () => {
    field = await Battlefield.open({ site: 'localhost', content: '127.0.0.1' });
  });
  beforeEach(() => field.freshBrowser());
  afterEach(() => field.closeBrowser());
  afterAll(() => field.close());

  it('has more than forty ways to ask', () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ['under the policy of its files', false],
    ['when the browser knows no policy', true],
  ])(
    'changes nothing and reads nothing, whatever it sends to whichever route, %s',
    async (_, withoutPolicy) => {
      const before = await field.everything();
      const read = await attackEverything(field, { withoutPolicy, pairs: 'in-turn' });
      expect(read).toEqual([]);
      expect(await field.everything()).toMatchObject(withoutLaunches(before));
    },
    300_000,
  );

  it('cannot read or forge what another module keeps in the browser', async () => {
    const first = await field.play(field.honest.courseId);
    await first.page.setOfflineMode(true);
    await first.sco.evaluate(
      `api.LMSSetValue('cmi.suspend_data', ${JSON.stringify(SECRET)}); api.LMSSetValue('cmi.core.lesson_location', '7'); api.LMSCommit('')`,
    );
    await first.page.waitForSelector('[data-save-state=failed]');
    await first.page.close();

    const { page, sco } = await field.play(field.hostile.courseId);
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

    const again = await field.play(field.honest.courseId);
    expect(
      await again.sco.evaluate(`[api.LMSGetValue('cmi.suspend_data'), api.LMSGetValue('cmi.core.lesson_location')]`),
    ).toEqual([SECRET, '7']);
    const [{ count }] = await field.database.source.query<[{ count: string }]>(
      `select count(*) from commit_log join launch on launch.id = launch_id join attempt on attempt.id = launch.attempt_id where version_id = $1 and seq = 9`,
      [field.honest.versionId],
    );
    expect(count).toBe('0');
  });

  it('deletes on a shared host neither what was called saved nor what an open page holds', async () => {
    const saved = await field.play(field.honest.courseId);
    await saved.sco.evaluate(`api.LMSSetValue('cmi.suspend_data', 'saved'); api.LMSCommit('')`);
    await saved.page.waitForSelector('[data-save-state=saved]');
    await keepOffline(saved, 'not sent');
    // Still open, and without a network, while the other module deletes all there is.
    const { page, sco } = await field.play(field.hostile.courseId);
    await sco.evaluate(DELETE_EVERYTHING);
    await page.close();
    await saved.page.close({ runBeforeUnload: true });
    const again = await field.play(field.honest.courseId);
    expect(await again.sco.evaluate(`api.LMSGetValue('cmi.suspend_data')`)).toBe('not sent');

    await again.page.waitForSelector('[data-save-state=saved]');
    await again.page.close();
    const deleting = await field.play(field.hostile.courseId);
    await deleting.sco.evaluate(DELETE_EVERYTHING);
    await deleting.page.close();
    const last = await field.play(field.honest.courseId);
    expect(await last.sco.evaluate(`api.LMSGetValue('cmi.suspend_data')`)).toBe('not sent');
  });

  it('cannot open another launch, nor another package, without knowing their secret names', async () => {
    const { sco } = await field.play(field.hostile.courseId);
    const answers = await sco.evaluate(
      `Promise.all(['/launch/', '/launch/x/state', '/content/', '/content/x/one.html', '/content/${field.hostile.key}/..%2f${field.honest.key}/one.html', '/launch/${field.personId}/state'].map(async (path) => (await fetch(path)).status))`,
    );
    expect(answers).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await sco.evaluate(`[document.referrer, String(top.opener), document.cookie]`)).toEqual(['', 'null', '']);
  });

  triesOnThePlayer(() => field);

  it('cannot install a service worker', async () => {
    const { sco } = await field.play(field.hostile.courseId);
    const outcome = await sco.evaluate(
      `navigator.serviceWorker.register('worker.js').then(() => 'installed', (error) => error.name)`,
    );
    expect(outcome).not.toBe('installed');
    expect(await sco.evaluate(`navigator.serviceWorker.getRegistrations().then((all) => all.length)`)).toBe(0);
  });

  it('cannot give the site a cookie, nor the member another sign-in', async () => {
    const { sco } = await field.play(field.hostile.courseId);
    await sco.evaluate(`(() => {
      document.cookie = 'induct=forged; path=/';
      document.cookie = 'induct=forged; path=/; domain=localhost';
      document.cookie = 'induct=forged; path=/modules; domain=.localhost';
    })()`);
    const home = await field.context.newPage();
    await home.goto(`${field.config.SITE_ORIGIN}/modules`);
    expect(await home.$eval('body', (body) => body.textContent)).toContain('Ada Fenwick');
    const known = await field.context.cookies();
    const ofSite = known.filter(({ domain, name }) => domain === 'localhost' && name !== FORM_COOKIE);
    expect(ofSite.map(({ value }) => value)).toEqual([field.cookie]);
    expect(known.map(({ value }) => value)).not.toContain('forged');
    const reply = await home.goto(`${field.config.CONTENT_ORIGIN}/content/${field.hostile.key}/one.html`);
    expect(reply!.headers()['set-cookie']).toBeUndefined();
  });

  it('cannot look into the site from a window it opens, nor frame it', async () => {
    const { page, sco } = await field.play(field.hostile.courseId, { withoutPolicy: true });
    const opened = new Promise<Page>(
      (done) => void field.context.once('targetcreated', (target) => void target.page().then((one) => done(one!))),
    );
    const look = sco.evaluate(`(async () => {
      const other = window.open(${JSON.stringify(`${field.config.SITE_ORIGIN}/modules`)});
      await new Promise((done) => setTimeout(done, 1500));
      try { return other.document.body.innerText; } catch (error) { return error.name; }
    })()`);
    await page.evaluate('0');
    expect(['SecurityError', 'TypeError', '']).toContain(await look);
    await (await opened).close();
    const framed = await sco.evaluate(`(async () => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(`${field.config.SITE_ORIGIN}/modules`)};
      document.body.append(frame);
      await new Promise((done) => { frame.onload = done; setTimeout(done, 3000); });
      try { return frame.contentDocument?.body.innerText ?? 'nothing'; } catch (error) { return error.name; }
    })()`);
    expect(['SecurityError', 'nothing']).toContain(framed);
    const inside = page.frames().find((frame) => frame.url().startsWith(field.config.SITE_ORIGIN));
    expect((await inside?.content())?.includes('Ada Fenwick') ?? false).toBe(false);
  });
});
