import { Battlefield, FORM_COOKIE } from './battlefield';
import { DELETE_EVERYTHING, keepOffline } from './unsent-words';

let field: Battlefield;

describe('a hostile package where every version has a host of its own', () => {
  beforeAll(async () => {
    field = await Battlefield.open({ site: 'members.induct.example', content: '*.content.induct.example' });
  });
  beforeEach(() => field.freshBrowser());
  afterEach(() => field.closeBrowser());
  afterAll(() => field.close());

  it('does not even see that another module keeps something, nor its files', async () => {
    const first = await field.play(field.honest.courseId);
    await first.page.setOfflineMode(true);
    await first.sco.evaluate(`api.LMSSetValue('cmi.suspend_data', 'x'); api.LMSCommit('')`);
    await first.page.waitForSelector('[data-save-state=failed]');
    const { sco } = await field.play(field.hostile.courseId);
    expect(
      await sco.evaluate(`(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name);
        const database = await new Promise((done) => { const request = indexedDB.open('induct-journal'); request.onsuccess = () => done(request.result); });
        const count = await new Promise((done) => { const request = database.transaction('entries').objectStore('entries').count(); request.onsuccess = () => done(request.result); });
        const file = await fetch('/content/${field.honest.key}/sco-1.html');
        return [names, count, Object.keys(localStorage).filter((name) => name.startsWith('induct-unsent')).length, file.status];
      })()`),
    ).toEqual([['induct-journal'], 0, 0, 404]);
  });

  it('cannot delete what another module has not sent yet', async () => {
    const first = await field.play(field.honest.courseId);
    await keepOffline(first, 'not sent yet');
    await first.page.close();
    const { page, sco } = await field.play(field.hostile.courseId);
    await sco.evaluate(DELETE_EVERYTHING);
    await page.close();
    const again = await field.play(field.honest.courseId);
    expect(await again.sco.evaluate(`api.LMSGetValue('cmi.suspend_data')`)).toBe('not sent yet');
    await again.page.close();
  });

  it('stops neither another module nor the site with cookies for all of them, and signs nobody out', async () => {
    const { page, sco } = await field.play(field.hostile.courseId);
    // More than servers usually take in all headers together.
    expect(await sco.evaluate('bombWithCookies()')).toBeGreaterThan(200_000);
    await page.close();

    const site = await field.context.newPage();
    const home = await site.goto(`${field.config.SITE_ORIGIN}/modules`);
    expect([home!.status(), await site.$eval('body', (body) => body.textContent)]).toEqual([
      200,
      expect.stringContaining('Ada Fenwick'),
    ]);
    const honest = await field.play(field.honest.courseId);
    expect(await honest.sco.evaluate(`api.LMSSetValue('cmi.core.lesson_location', '3') + api.LMSCommit('')`)).toBe(
      'truetrue',
    );
    await honest.page.waitForSelector('[data-save-state=saved]');
    await honest.page.close();
    for (let visits = 0; visits < 10 && (await bombs()).length > 0; visits++) {
      await site.goto(`${field.config.SITE_ORIGIN}/modules`);
      await (await field.play(field.honest.courseId)).page.close();
      await (await field.play(field.hostile.courseId)).page.close();
    }
    expect(await bombs()).toEqual([]);
    const signIns = (await field.context.cookies()).filter(({ name }) => name === 'induct');
    expect(signIns.map(({ value }) => value)).toEqual([field.cookie]);
  });
});

const bombs = async () =>
  (await field.context.cookies()).map(({ name }) => name).filter((name) => name !== 'induct' && name !== FORM_COOKIE);
