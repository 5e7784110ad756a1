import type { HTTPRequest } from 'puppeteer';
import { FirstAdministrator } from '@induct/sign-in';
import { expectAccessible } from '../../../../../test/support/axe';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/members-area';

let site: SiteInBrowser;
const people: Record<string, string> = {};

const signInAs = (who: string | undefined) => site.signInAs(who && people[who]);
const expectGoodPage = (path: string, name: string, status = 200) =>
  site.expectUsable(name, () => site.goTo(path, status));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES, { DEMO: 'true' });
  const { given } = site.desk;
  await given.aModule({ title: 'The code of conduct', core: true });
  people.half = await given.aPerson({ name: 'Bernard Osei-Featherstonehaugh', persona: 'Half-way through' });
  people.officer = await given.aPerson({ name: 'Daniel Ferris', roles: ['officer'], persona: 'Officer' });
  people.administrator = await given.aPerson({ name: 'Ada Root', roles: ['administrator'] });
});
afterAll(() => site?.close());

describe('signing in, and staying so', () => {
  it('the way into an empty council can be used', async () => {
    await signInAs(undefined);
    await site.desk.database.source.query(`delete from person_role where role = 'administrator'`);
    const link = await site.desk.app.get(FirstAdministrator, { strict: false }).createLink();
    await expectGoodPage(new URL(link!).pathname, 'first-administrator');
    await expectGoodPage('/sign-in/first-administrator/old', 'first-administrator-over', 410);
  });

  it('the form shows what is wrong, and says it in the title', async () => {
    await signInAs(undefined);
    await site.expectUsable('sign-in-error', async () => {
      await site.goTo('/sign-in');
      await site.press('main form button');
    });
    expect(await site.page.title()).toMatch(/^Error: /);
  });

  it('the waiting page and the letter’s say what to do, however often one asks and whatever one types', async () => {
    const { page, desk } = site;
    const email = 'half.way@northmoor.example';
    const askForALetter = async () => {
      await site.goTo('/sign-in');
      await page.type('#email', email);
      await site.press('main form button');
    };
    await desk.database.source.query('update person set email = $2 where id = $1', [people.half, email]);
    await signInAs(undefined);
    await site.expectUsable('check', askForALetter);
    for (let times = 1; times < 5; times++) await askForALetter();
    await site.expectUsable('check-earlier-ones', askForALetter);
    await signInAs(undefined);
    await site.expectUsable('check-none', askForALetter);
    await signInAs(undefined);
    const [{ path }] = await desk.database.source.query<[{ path: string }]>(
      `select substring(body_text from '/sign-in/link/[[:alnum:]_-]+') as path from mail where recipient = $1 limit 1`,
      [email],
    );
    await expectGoodPage(path, 'sign-in-link-code');
    const typeAWrongCode = async () => {
      await page.$eval('#code', (field) => field.setAttribute('value', ''));
      await page.type('#code', '0000 0000');
      await site.press('main form button');
    };
    await site.expectUsable('sign-in-link-wrong', typeAWrongCode);
    for (let times = 1; times < 4; times++) await typeAWrongCode();
    await site.expectUsable('sign-in-link-too-many', typeAWrongCode);
    expect(await page.title()).toMatch(/^Too many wrong codes/);
  });

  it('can be used by keyboard alone, from signing in to a module', async () => {
    const { page } = site;
    await signInAs(undefined);
    await page.goto(`${site.origin}/sign-in?next=/modules/the-code-of-conduct`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nobody@northmoor.example');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('.induct-code');
    await expectAccessible(page);
  });

  it('is printed over the width of the paper, with no address of a page of ours', async () => {
    const { page } = site;
    await signInAs(undefined);
    await site.goTo('/accessibility');
    await page.setViewport({ width: 718, height: 1000 });
    await page.emulateMediaType('print');
    const printed = await page.evaluate(`[...document.querySelectorAll('a[href^="/"]')].filter((link) =>
      link.checkVisibility() && getComputedStyle(link, '::after').content !== 'none').length`);
    const share = await page.evaluate(`document.querySelector('.govuk-grid-column-two-thirds').offsetWidth /
      document.querySelector('#main-content').offsetWidth`);
    await page.emulateMediaType('screen');
    expect([printed, Number(share) >= 1]).toEqual([0, true]);
  });

  it('can be used without JavaScript', async () => {
    await signInAs(undefined);
    const plain = await site.browser.newPage();
    await plain.setJavaScriptEnabled(false);
    await plain.setViewport({ width: 360, height: 800 });
    await plain.goto(`${site.origin}/sign-in?next=/modules/the-code-of-conduct`);
    const button = await plain.$('xpath/.//button[contains(., "Bernard")]');
    await Promise.all([plain.waitForNavigation(), button!.click()]);
    expect(plain.url()).toBe(`${site.origin}/modules/the-code-of-conduct`);
    const links = await plain.$$eval('.govuk-service-navigation a', (found) =>
      found.map((link) => link.getAttribute('href')),
    );
    expect(links).toEqual([
      '/',
      '/modules',
      '/programme',
      '/bookings',
      '/standing',
      '/library',
      '/handbook',
      '/certificates',
    ]);
    const [signOut] = await plain.$$('form[action="/sign-out"] button');
    await Promise.all([plain.waitForNavigation(), signOut!.click()]);
    expect(plain.url()).toBe(`${site.origin}/signed-out`);
    await plain.close();
  });

  it('what was typed when the sign-in ended is given back, without JavaScript', async () => {
    const plain = await site.browser.newPage();
    await plain.setJavaScriptEnabled(false);
    await signInAs('officer');
    await plain.goto(`${site.origin}/admin/people/new`);
    await plain.type('#name', 'محمد Özil');
    await plain.type('#email', 'm@northmoor.example');
    site.desk.clock.advance(31 * 60_000);
    await Promise.all([plain.waitForNavigation(), plain.click('main form button')]);
    expect(await plain.$eval('main', (main) => main.textContent)).toContain('it is shown to you again');
    const button = await plain.$('xpath/.//button[contains(., "Daniel")]');
    await Promise.all([plain.waitForNavigation(), button!.click()]);
    expect(plain.url()).toBe(`${site.origin}/admin/people/new`);
    expect(await plain.$eval('#name', (input) => (input as unknown as { value: string }).value)).toBe('محمد Özil');
    await plain.close();
    await site.expectUsable('kept-form-again', () => site.goTo('/admin/people/new'));
    await site.expectUsable('kept-form', () => site.goTo('/kept-form'));
    await site.press('main form button');
    await site.expectUsable('kept-form-none', () => Promise.resolve());
  });

  it('warns two minutes before the sign-in ends, and lets one stay with one press', async () => {
    await signInAs('officer');
    const { page } = site;
    const asked: string[] = [];
    let isAway = false;
    const left = [
      { seconds: 121, extendable: true },
      { seconds: 119, extendable: true },
      { seconds: 118, extendable: true },
      { seconds: 100, extendable: false },
      { seconds: 0, extendable: false },
    ];
    await page.setRequestInterception(true);
    const answer = (request: HTTPRequest) => {
      const path = new URL(request.url()).pathname;
      if (!/^\/sign-in\/(left|stay)$/.test(path)) return void request.continue();
      asked.push(`${request.method()} ${path}`);
      if (isAway) return void request.abort('internetdisconnected');
      const body = path.endsWith('stay') ? { seconds: 121, extendable: true } : left.shift();
      void request.respond({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
    };
    page.on('request', answer);
    const heading = () => page.$eval('dialog', (dialog) => dialog.querySelector('h2')!.textContent);
    await site.expectUsable('time-out', async () => {
      await site.goTo('/admin/people/new');
      await page.type('#name', 'Typed');
      await page.waitForSelector('dialog[open]');
    });
    expect(await heading()).toBe('You will be signed out within 2 minutes');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Stay signed in');
    // Without a connection nobody is kept signed in, and the page says so; back on it, it looks at once.
    isAway = true;
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.querySelector('dialog h2').textContent === 'You are not connected'`);
    await site.expectUsable('time-out-away', () => Promise.resolve());
    isAway = false;
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.waitForFunction(`document.querySelector('dialog h2').textContent.startsWith('You will be signed out')`);
    asked.length = 0;
    const stays = page.waitForRequest((request) => request.url().endsWith('/sign-in/stay'));
    await page.keyboard.press('Enter');
    await stays;
    await page.waitForFunction(`!document.querySelector('dialog').open`);
    // A second later it looks again: that may be here already.
    expect(asked[0]).toBe('POST /sign-in/stay');
    await page.waitForSelector('dialog[open]');
    expect(await heading()).toBe('Your sign-in ends within 2 minutes');
    await page.keyboard.press('Escape');
    expect(await page.$eval('#name', (input) => (input as unknown as { value: string }).value)).toBe('Typed');
    page.off('request', answer);
    await page.setRequestInterception(false);
    // Where nothing can be typed nobody is disturbed.
    await site.goTo('/admin/people');
    expect(asked).toEqual(['POST /sign-in/stay', 'GET /sign-in/left']);
  });
});
