import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Tasters } from '@induct/course';
import { FileStore } from '@induct/platform';
import type { Page } from 'puppeteer';
import { createContentOrigin } from '../../apps/standalone/src';
import { expectNoSidewaysScroll } from '../support/axe';
import { builtPlayer } from '../support/built-player';
import { freePort } from '../support/free-port';
import { aPackage } from '../support/given-package';
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
  return `${said} ${'~'.repeat(Math.ceil(english.length * 0.4))}`;
};
const PICTURES = '.data/screenshots/pseudo-locale';
const NAME = 'Олена Коваль';

let site: SiteInBrowser;
let content: NestFastifyApplication;
let slug = '';

beforeAll(async () => {
  builtPlayer();
  speakAs(marked);
  const port = await freePort();
  const own = { CONTENT_ORIGIN: `http://127.0.0.1:${port}`, WELSH: 'true', COUNCIL_NAME: 'Рада' };
  site = await SiteInBrowser.open(PICTURES, own);
  const { desk } = site;
  content = await createContentOrigin(desk.config, desk.database.source, { clock: desk.clock });
  await content.listen(port, '127.0.0.1');
  const files = { 'one.html': '<!doctype html><html lang="uk"><title>Так</title><p>Так</p></html>' };
  const zip = await scormPackage({
    scos: [
      { id: 'one', href: 'one.html' },
      { id: 'two', href: 'one.html' },
    ],
    files,
  });
  const { courseId } = await aPackage(desk.database.source, content.get(FileStore), zip);
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
  await desk.given.aCertificate(id, { number: 'NMC-2026-7KQ4M2XWPH-5', at, validUntil: '2028-11-21' });
  await site.signInAs(id);
  await site.page.browserContext().setCookie(welsh(site.origin));
});
afterAll(async () => {
  speakWelsh();
  await content?.close();
  await site?.close();
});

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
    String.raw`\bNMC-[\w-]+`,
    String.raw`\S+@\S+|https?:\S+`,
  ].join('|'),
  'g',
);
const inPlainLetters = (said: readonly string[]): string[] =>
  said.filter((text) => /[A-Za-z]{2}/.test(text.replaceAll(NOT_OURS, '')));

const OF_EVERYBODY = [
  '/sign-in',
  '/verify',
  '/verify/NMC-2026-7KQ4M2XWPH-5',
  '/candidates',
  '/candidates/first-weeks',
  '/candidates/library',
  '/thinking-about-it',
  '/taster/:slug',
  '/programmes',
  '/register/planning',
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
  '/calendar',
  '/needs',
  '/feedback',
  '/first-weeks',
  '/handbook',
  '/library',
  '/proposals',
  '/proposals/new',
  '/group',
];

describe('in a language that nobody speaks', () => {
  it.each([...OF_EVERYBODY, ...OF_MEMBERS])('%s says nothing that has no key, and fits into 320 px', async (path) => {
    await site.page.setViewport({ width: 320, height: 800 });
    await site.goTo(path.replace(':slug', slug));
    expect(await site.page.$eval('html', ({ lang }) => lang)).toBe('cy');
    expect(inPlainLetters(await saidOn(site.page))).toEqual([]);
    await expectNoSidewaysScroll(site.page);
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
