import type { HTTPRequest } from 'puppeteer';
import { Claims } from '@induct/accreditation';
import { CourseDescribed } from '@induct/course';
import { Announcements, Transactions } from '@induct/platform';
import { FirstAdministrator, SignIns } from '@induct/sign-in';
import { expectAccessible } from '../../../test/support/axe';
import type { GivenCouncil } from '../../../test/support/given-council';
import { SiteInBrowser } from '../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/members-area';
const at = '2026-11-22T14:32:00Z';
const LONG =
  'Declarations of interest, gifts and hospitality, predetermination and bias: Donaudampfschifffahrtselektrizität in practice';

let site: SiteInBrowser;
const people: Record<string, string> = {};
let letterId: string;
let claimId: string;

async function council(given: GivenCouncil): Promise<void> {
  const conduct = await given.aModule({
    title: 'The code of conduct',
    core: true,
    summary: 'What the law asks of every member, and what members ask of each other.',
  });
  const data = await given.aModule({ title: 'Looking after data', core: true, minutes: 15 });
  const safety = await given.aModule({ title: 'Personal safety', core: true, minutes: 25 });
  const long = await given.aModule({ title: LONG, minutes: 1, summary: LONG });
  for (let number = 1; number <= 30; number++) await given.aModule({ title: `Optional module ${number}` });
  people.new = await given.aPerson({ name: 'Amara Whitfield', persona: 'A new member who has not begun' });
  people.half = await given.aPerson({ name: 'Bernard Osei-Featherstonehaugh', persona: 'Half-way through' });
  people.done = await given.aPerson({ name: 'Catrin Prosser', persona: 'Has finished and is certified' });
  people.expired = await given.aPerson({ name: 'Dev Mehta' });
  people.officer = await given.aPerson({ name: 'Daniel Ferris', roles: ['officer'], persona: 'Officer' });
  people.administrator = await given.aPerson({ name: 'Ada Root', roles: ['administrator'] });
  await given.aResult(people.half, conduct, { at, progress: 0.45 });
  await given.aResult(people.half, data, {
    at: '2026-11-20T09:05:00Z',
    completion: 'completed',
    success: 'passed',
    score: 90,
    done: true,
  });
  await given.aResult(people.half, safety, {
    at: '2026-11-21T09:05:00Z',
    completion: 'completed',
    success: 'failed',
    score: 60,
  });
  await given.aResult(people.half, long, { at: '2026-11-21T09:05:00Z', completion: 'not_attempted' });
  for (const course of [conduct, data, safety]) {
    await given.aResult(people.done, course, {
      at,
      completion: 'completed',
      success: 'passed',
      score: 87.5,
      done: true,
    });
  }
  await isAsked(conduct.id);
  const claims = site.desk.app.get(Claims, { strict: false });
  const claim = { personId: people.half, doneOn: '2026-05-18', validUntil: null, words: LONG };
  const refused = await claims.send({ ...claim, slug: 'personal-safety', kind: 'recording' });
  await claims.decide(refused, { by: people.officer, accepted: false, words: 'It is another recording' });
  const file = Buffer.from('%PDF-1.7');
  claimId = await claims.send({ ...claim, slug: 'personal-safety', kind: 'outside_certificate', file });
  await given.aCertificate(people.done, {
    number: 'NMC-2026-7KQ4M2XWPH-5',
    at,
    validUntil: '2028-11-21',
    rendered: false,
  });
  await given.aCertificate(people.expired, {
    number: 'NMC-2023-7KQ4M2XWPH-5',
    at: '2023-11-22T10:00:00Z',
    validUntil: '2025-11-21',
  });
  await given.aCertificate(people.expired, {
    number: 'NMC-2024-7KQ4M2XWPH-5',
    at: '2024-11-22T10:00:00Z',
    validUntil: '2027-11-21',
    state: 'revoked',
  });
  for (let number = 1; number <= 45; number++)
    await given.aLetter(
      'amara.whitfield.of.a.rather.long.address@northmoor.example',
      `Letter ${number}: your certificate`,
      at,
    );
  letterId = await given.aLetter('bernard@northmoor.example', 'Your link to sign in', at);
}

/** What was published as rows is asked for, as when an officer publishes it. */
const isAsked = (courseId: string) =>
  site.desk.app
    .get(Transactions)
    .run((tx) => site.desk.app.get(Announcements, { strict: false }).announce(tx, new CourseDescribed(courseId)));

const signInAs = (who: string | undefined) => site.signInAs(who && people[who]);
const expectGoodPage = (path: string, name: string, status = 200) =>
  site.expectUsable(name, () => site.goTo(path, status));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES, { DEMO: 'true' });
});
afterAll(() => site?.close());

describe('before anything is published', () => {
  it.each([
    ['the home page', '/', 'home-empty'],
    ['the list of modules', '/modules', 'modules-empty'],
    ['the list of completed modules', '/modules?show=completed', 'modules-none-completed'],
    ['what is asked', '/standing', 'standing-empty'],
    ['the mailbox', '/mailbox', 'mailbox-empty'],
  ])('%s says so', async (_, path, name) => {
    people.early ??= await site.desk.given.aPerson({ name: 'Ada Fenwick' });
    await signInAs('early');
    await expectGoodPage(path, name);
  });
});

describe('in a council that learns', () => {
  beforeAll(() => council(site.desk.given));

  it.each<[path: string, name: string, status?: number]>([
    ['/sign-in', 'sign-in'],
    ['/sign-in?next=/modules/the-code-of-conduct', 'sign-in-next'],
    ['/sign-in/link/unknown', 'sign-in-link-unknown', 410],
    ['/signed-out', 'signed-out'],
    ['/accessibility', 'accessibility'],
    ['/privacy', 'privacy'],
    ['/sign-in?next=/account&typed=kept', 'sign-in-kept'],
    ['/sign-in?next=/account&typed=lost', 'sign-in-lost'],
    ['/nowhere', 'not-found', 404],
    ['/modules/%E0%A4%A', 'unreadable', 404],
    [`/modules/${'a'.repeat(400)}`, 'too-long', 404],
    ['/mailbox', 'mailbox'],
    ['/mailbox?page=2', 'mailbox-page-2'],
    ['/mailbox?to=nobody', 'mailbox-nobody'],
  ])('a stranger can use %s', async (path, name, ...[status]) => {
    await signInAs(undefined);
    await expectGoodPage(path, name, status);
  });

  it('a letter is shown as text and as it looks', async () => {
    await expectGoodPage(`/mailbox/${letterId}`, 'mail');
    const frame = await site.page.waitForFrame((one) => one.url().endsWith('/letter'));
    expect(await frame.$eval('a', (link) => link.textContent)).toBe('your modules');
  });

  it.each<[who: string, path: string, name: string, status?: number]>([
    ['new', '/', 'home-new'],
    ['half', '/', 'home-half'],
    ['done', '/', 'home-done'],
    ['expired', '/', 'home-expired'],
    ['half', '/standing', 'standing-half'],
    ['done', '/standing', 'standing-done'],
    ['half', '/standing/personal-safety/claim', 'claim-new'],
    ['officer', '/admin/claims', 'claims'],
    ['half', '/modules', 'modules'],
    ['half', '/modules?page=2', 'modules-page-2'],
    ['half', '/modules?page=9', 'modules-page-9'],
    ['half', '/modules?show=completed', 'modules-completed'],
    ['done', '/modules/the-code-of-conduct', 'module-done'],
    ['half', '/modules/the-code-of-conduct', 'module-half'],
    ['half', '/modules/personal-safety', 'module-failed'],
    ['new', '/modules/the-code-of-conduct', 'module-new'],
    ['new', `/modules/${LONG.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`, 'module-long'],
    ['new', '/modules/nothing', 'module-missing', 404],
    ['done', '/modules/the-code-of-conduct/finished', 'finished-certified'],
    ['half', '/modules/looking-after-data/finished', 'finished'],
    ['half', '/modules/personal-safety/finished', 'finished-failed'],
    ['half', '/modules/the-code-of-conduct/finished', 'finished-half'],
    ['officer', '/modules', 'refused', 403],
    ['officer', '/admin/people', 'people'],
    ['officer', '/admin/people?search=nobody', 'people-nobody'],
    ['administrator', '/admin/people/new', 'person-new'],
  ])('somebody who is %s can use %s', async (who, path, name, ...[status]) => {
    await signInAs(who);
    await expectGoodPage(path, name, status);
  });

  it('the account page shows where one is signed in, and ends it by a press', async () => {
    const { page, desk } = site;
    const personId = people.half!;
    const elsewhere = {
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1',
      address: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
    };
    await desk.app
      .get(Transactions)
      .run((tx) => desk.app.get(SignIns, { strict: false }).signIn(tx, personId, elsewhere));
    await signInAs('half');
    await expectGoodPage('/account', 'account');
    const ends = () => page.$$('form[action$="/end"]');
    const before = (await ends()).length;
    await Promise.all([
      page.waitForNavigation(),
      (await page.$('form[action$="/end"]:not(li:first-child *) button'))!.click(),
    ]);
    expect(await ends()).toHaveLength(before - 1);
  });

  it('a claim is shown to officers with the form that decides it, and its own form says what is wrong', async () => {
    await signInAs('officer');
    await expectGoodPage(`/admin/claims/${claimId}`, 'claim');
    await signInAs('half');
    await site.expectUsable('claim-error', async () => {
      await site.goTo('/standing/the-code-of-conduct/claim');
      await site.press('main form button');
    });
  });

  it('a person’s page shows their roles', async () => {
    await signInAs('administrator');
    await expectGoodPage(`/admin/people/${people.half}`, 'person');
  });

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
    expect(links).toEqual(['/', '/modules', '/standing', '/certificates']);
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
    const left = [
      { seconds: 121, extendable: true },
      { seconds: 119, extendable: true },
      { seconds: 100, extendable: false },
      { seconds: 0, extendable: false },
    ];
    await page.setRequestInterception(true);
    const answer = (request: HTTPRequest) => {
      const path = new URL(request.url()).pathname;
      if (!/^\/sign-in\/(left|stay)$/.test(path)) return void request.continue();
      asked.push(`${request.method()} ${path}`);
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
    await page.keyboard.press('Enter');
    await page.waitForFunction(`!document.querySelector('dialog').open`);
    expect(asked).toEqual(['GET /sign-in/left', 'GET /sign-in/left', 'POST /sign-in/stay']);
    await page.waitForSelector('dialog[open]');
    expect(await heading()).toBe('Your sign-in ends within 2 minutes');
    await page.keyboard.press('Escape');
    expect(await page.$eval('#name', (input) => (input as unknown as { value: string }).value)).toBe('Typed');
    page.off('request', answer);
    await page.setRequestInterception(false);
    // Where nothing can be typed nobody is disturbed.
    await site.goTo('/admin/people');
    expect(asked).toHaveLength(4);
  });

  it('“Start” leads to the player on the content origin', async () => {
    const { page } = site;
    const { CONTENT_ORIGIN } = site.desk.config;
    await signInAs('new');
    await page.goto(`${site.origin}/modules/the-code-of-conduct`);
    // Nothing answers there in this test: the request itself is what counts.
    const [request] = await Promise.all([
      page.waitForRequest((leaving) => leaving.url().startsWith(CONTENT_ORIGIN), { timeout: 20_000 }),
      page.click('main form[action$="/start"] button').catch(() => undefined),
    ]);
    expect(request.url()).toMatch(new RegExp(`^${CONTENT_ORIGIN}/launch/[\\w-]{43}$`));
  });
});
