import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Tasters } from '@induct/course';
import { Bookings, Programme } from '@induct/events';
import { Library } from '@induct/handbook';
import { FileStore } from '@induct/platform';
import type { Page } from 'puppeteer';
import { createContentOrigin } from '../../apps/standalone/src';
import { expectNoSidewaysScroll } from '../support/axe';
import { builtPlayer } from '../support/built-player';
import { freePort } from '../support/free-port';
import { FACTS } from '../support/given-council';
import { aPackage } from '../support/given-package';
import { aBookable } from '../support/given-programme';
import { scormPackage } from '../support/packages';
import { SiteInBrowser } from '../support/site-in-browser';
import { speakAs, speakWelsh } from '../support/speaking';

// Whatever we say is said in a language that nobody speaks: every letter of it is marked, and it is longer by four tenths. What
// people and councils have typed is in another alphabet. So whatever is in plain Latin letters has no key.
const MARKED = 'àƀçđéƒğħíĵķĺɱñøþɋŕšţúṽŵẋýž';
const marked = (english: string): string => {
  const said = english.replaceAll(/[a-z]/gi, (letter) => {
    const other = MARKED[letter.toLowerCase().charCodeAt(0) - 97]!;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
  return `${said}${' ~~~~'.repeat(Math.ceil(english.length * 0.08))}`;
};
const PICTURES = '.data/screenshots/pseudo-locale';
const NAME = 'Олена Нечуйлевицькогогнатовичаневмирущенківська';

let site: SiteInBrowser;
let content: NestFastifyApplication;
let [slug, member, resource, session, booking] = ['', '', '', '', ''];

beforeAll(async () => {
  builtPlayer();
  speakAs(marked);
  const port = await freePort();
  const own = { CONTENT_ORIGIN: `http://127.0.0.1:${port}`, WELSH: 'true' };
  site = await SiteInBrowser.open(PICTURES, own);
  const { desk } = site;
  content = await createContentOrigin(desk.config, desk.database.source, { clock: desk.clock });
  await content.listen(port, '127.0.0.1');
  const page = '<!doctype html><html lang="uk"><title>Так</title><p>Так</p></html>';
  const zip = await scormPackage({
    scos: [
      { id: 'one', title: 'Перша', href: 'one.html' },
      { id: 'two', title: 'Друга', href: 'two.html' },
    ],
    files: { 'one.html': page, 'two.html': page },
  });
  const { courseId, versionId } = await aPackage(desk.database.source, content.get(FileStore), zip);
  await desk.database.source.query(
    `update course set title = 'Збори', minutes = 20, summary = 'Хто говорить і коли.' where id = $1`,
    [courseId],
  );
  [{ slug }] = await desk.database.source.query<[{ slug: string }]>('select slug from course where id = $1', [
    courseId,
  ]);
  await desk.app.get(Tasters, { strict: false }).begin(courseId, await desk.who('officer'));
  const id = await desk.given.aPerson({ name: NAME, roles: ['member', 'champion'] });
  const at = '2026-11-20T10:00:00Z';
  await desk.given.aResult(id, { id: courseId, versionId }, { at, completion: 'incomplete', progress: 0.4 });
  member = id;
  const words = {
    council: 'Рада',
    holder: NAME,
    scheme: 'Збори',
    schemeCy: 'Збори',
    edition: { number: 1, en: '1', cy: '1' },
  };
  const dated = { number: '7-7', awardedOn: '2026-11-20', validUntil: '2030-11-19' };
  await desk.given.aCertificate(id, { ...dated, at, facts: { ...FACTS, ...words, ...dated, requirements: [] } });
  await shelf();
  await programme();
});
afterAll(async () => {
  speakWelsh();
  await content?.close();
  await site?.close();
});

const of = <T>(service: new (...given: never[]) => T): T => site.desk.app.get(service, { strict: false });

/** Something to read in the library. */
async function shelf(): Promise<void> {
  const by = await site.desk.who('officer');
  const plain = { url: null, transcript: null, isCaptioned: false, endsOn: null, atOnceBecause: null } as const;
  const text = {
    kind: 'how_to',
    audience: 'public',
    topic: 'ict',
    title: 'Ґанок',
    about: 'Опис',
    body: 'Крок',
  } as const;
  resource = await of(Library).add(
    { ...plain, ...text, language: 'cy', owner: 'Служба' },
    { reviewBy: '2027-11-01', by },
  );
  await of(Library).publish(resource, { seen: 1, by });
}

/** A date to book, and one that is booked. */
async function programme(): Promise<void> {
  const by = await site.desk.who('officer');
  const parts = [{ on: '2026-12-08', from: '09:30', to: '12:00', topics: [] }];
  const plan = { title: 'Розмова', place: 'Зал', parts };
  ({ id: session } = await aBookable(of(Programme), by, plan));
  const { id } = await aBookable(of(Programme), by, {
    ...plan,
    title: 'Друга розмова',
    onlineUrl: 'https://a.example/',
  });
  ({ id: booking } = await of(Bookings).book({ sessionId: id, personId: member, by: member, seat: 'room' }));
}

const welsh = (origin: string) => ({
  name: 'induct-language',
  value: 'cy',
  domain: new URL(origin).hostname,
  path: '/',
});

/** What is shown or read aloud, but for what says that it is in another language, and what is the module's own. */
const SAID = `(() => {
  const isExcused = (element) =>
    element.closest('[lang]:not([lang="cy"]), script, style, noscript, code') !== null || !element.checkVisibility();
  const said = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (text && !isExcused(walker.currentNode.parentElement)) said.push(text);
  }
  for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      if (!isExcused(element)) said.push(element.getAttribute(name));
  return said;
})()`;
const saidOn = (page: Page) => page.evaluate(SAID) as Promise<string[]>;

/** What `Intl` says in Welsh, what is a name everywhere, and what our own marks leave of it. */
const NOT_OURS = new RegExp(
  [
    String.raw`\b(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)\b`,
    String.raw`\bDydd (?:Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)\b`,
    String.raw`\b(?:CSV|JSON|PDF|KB|MB)\b`,
    String.raw`\binduct(?:-\w+)?\b`,
    String.raw`\S+@\S+|https?:\S+`,
    // Certificates have a list of words of their own.
    String.raw`\b\d+ awr\b`,
    // The council's own words, and where it is.
    'Northmoor(?: County Council)?|Ardal Aelodau|Gwasanaethau Democrataidd|Green Valleys|Aldermere',
  ].join('|'),
  'g',
);
const inPlainLetters = (said: readonly string[]): string[] =>
  said.filter((text) => /[A-Za-z]{2}/.test(text.replaceAll(NOT_OURS, '')));

const OF_EVERYBODY = [
  '/sign-in',
  '/verify',
  '/candidates',
  '/candidates/first-weeks',
  '/candidates/library',
  '/candidates/library/:resource',
  '/thinking-about-it',
  '/taster/:slug',
  '/programmes',
  '/contact',
  '/accessibility',
  '/privacy',
  '/cookies',
  '/terms',
  '/search?q=Збори',
];
const OF_MEMBERS = [
  '/',
  '/modules',
  '/modules/:slug',
  '/minutes',
  '/account',
  '/account/letters',
  '/certificates',
  '/certificates/name',
  '/certificates/shown',
  '/standing',
  '/standing/may-i-sit',
  '/programme',
  '/bookings',
  '/bookings/:booking',
  '/bookings/:booking/cancel',
  '/bookings/new/:session',
  '/calendar',
  '/needs',
  '/feedback',
  '/first-weeks',
  '/handbook',
  '/library',
  '/library/:resource',
  '/proposals',
  '/proposals/new',
  '/group',
];

const address = (path: string): string =>
  path.replace(':slug', slug).replace(':resource', resource).replace(':session', session).replace(':booking', booking);

describe.each([
  ['everybody', OF_EVERYBODY],
  ['members', OF_MEMBERS],
])('in a language that nobody speaks, of the pages of %s', (whose, pages) => {
  beforeAll(async () => {
    await site.signInAs(whose === 'members' ? member : undefined);
    await site.page.browserContext().setCookie(welsh(site.origin));
    await site.page.setViewport({ width: 320, height: 800 });
  });

  it.each(pages)('%s says nothing that has no key, and fits into 320 px', async (path) => {
    await site.goTo(address(path));
    expect(await site.page.$eval('html', ({ lang }) => lang)).toBe('cy');
    expect(inPlainLetters(await saidOn(site.page))).toEqual([]);
    await expectNoSidewaysScroll(site.page);
  });
});

describe('in a language that nobody speaks', () => {
  beforeAll(async () => {
    await site.signInAs(member);
    await site.page.browserContext().setCookie(welsh(site.origin));
    await site.page.setViewport({ width: 320, height: 800 });
  });

  it('what was typed wrong is said so', async () => {
    await site.goTo('/certificates/name');
    await site.press('main form [type=submit], main form button');
    expect(inPlainLetters(await saidOn(site.page))).toEqual([]);
    await expectNoSidewaysScroll(site.page);
  });

  it('a page that is not there says so', async () => {
    await site.goTo('/nowhere', 404);
    expect(inPlainLetters(await saidOn(site.page))).toEqual([]);
  });

  it('the player speaks it, and the module its own', async () => {
    const { page } = site;
    await site.goTo(`/modules/${slug}`);
    await site.press('form[action$="/start"] button, form[action*="launch"] button');
    await page.waitForSelector('[data-save-state]:not([data-save-state=ready]), #contents');
    expect(await page.$eval('html', ({ lang }) => lang)).toBe('cy');
    expect(inPlainLetters(await saidOn(page))).toEqual([]);
    await expectNoSidewaysScroll(page);
  });
});
