import { FileStore } from '@induct/platform';
import { aCouncilThatTests, type TestedCouncil } from '../../../../test/support/council-that-tests';
import { SiteInBrowser } from '../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/testing';

let site: SiteInBrowser;
let council: TestedCouncil;

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
});
afterAll(() => site?.close());

const expectUsable = (name: string, show: () => Promise<unknown>) => site.expectUsable(name, show);

/** Opens every part that is closed at first. */
const openAll = () =>
  site.page.evaluate(`document.querySelectorAll('main details').forEach((details) => (details.open = true))`);

describe('a steering group that has not begun', () => {
  it.each(['tester', 'officer', 'champion'] as const)('can be used by a %s', async (role) => {
    await site.signIn(role);
    await expectUsable(`home-empty-${role}`, () => site.goTo('/testing'));
  });
});

describe('a steering group at work', () => {
  beforeAll(async () => {
    council = await aCouncilThatTests(site.desk, site.desk.app.get(FileStore, { strict: false }));
  });

  it.each(['tester', 'officer', 'champion'] as const)('has a home for a %s', async (role) => {
    await site.signIn(role);
    await expectUsable(`home-${role}`, () => site.goTo('/testing'));
  });

  it.each([
    ['tester', 'open', '', 'round-tester'],
    ['tester', 'fresh', '', 'round-tester-new'],
    ['champion', 'open', '', 'round-champion'],
    ['officer', 'open', '?severity=blocking&state=withdrawn', 'round-none'],
    ['officer', 'open', '?done=nudged', 'round-nudged'],
    ['tester', 'closed', '', 'round-closed'],
    ['officer', 'failed', '', 'round-failed'],
    ['tester', 'open', '/sign-off', 'sign-off'],
    ['tester', 'fresh', '/sign-off', 'sign-off-early'],
    ['tester', 'decided', '/sign-off', 'sign-off-again'],
    ['officer', 'open', '/report', 'report-open'],
    ['champion', 'closed', '/report', 'report-being-made'],
    ['auditor', 'failed', '/report', 'report-made'],
  ] as const)('shows a %s the %s round%s', async (role, round, rest, name) => {
    await site.signIn(role);
    await expectUsable(name, () => site.goTo(`/testing/rounds/${council.rounds[round]}${rest}`));
  });

  it.each([
    ['tester', 'plain', 'finding-author'],
    ['tester', 'toConfirm', 'finding-to-confirm'],
    ['officer', 'settled', 'finding-settled'],
    ['officer', 'long', 'finding-long'],
    ['tester', 'pinnedNowhere', 'finding-whole-module'],
  ] as const)('shows a %s the finding %s', async (role, finding, name) => {
    await site.signIn(role);
    await expectUsable(name, () => site.goTo(`/testing/findings/${council.findings[finding]}`));
  });

  it.each([['', 'log']])('shows the run-time log%s', async (rest, name) => {
    await site.signIn('officer');
    await expectUsable(name, () => site.goTo(`/testing/findings/${council.findings.plain}/log${rest}`));
  });

  it.each([
    ['officer', 'round-officer-forms', () => `/testing/rounds/${council.rounds.open}`],
    ['tester', 'round-tester-forms', () => `/testing/rounds/${council.rounds.open}`],
    ['officer', 'finding-officer-forms', () => `/testing/findings/${council.findings.plain}`],
    ['tester', 'finding-author-forms', () => `/testing/findings/${council.findings.toConfirm}`],
  ] as const)('keeps its forms usable for a %s: %s', async (role, name, path) => {
    await site.signIn(role);
    await expectUsable(name, async () => {
      await site.goTo(path());
      await openAll();
    });
  });

  it.each([
    ['tester', 'sign-off-wrong', () => `/testing/rounds/${council.rounds.open}/sign-off`, '/sign-off'],
    ['tester', 'could-not-finish-wrong', () => `/testing/rounds/${council.rounds.open}`, '/could-not-finish'],
    ['officer', 'close-wrong', () => `/testing/rounds/${council.rounds.open}`, '/close'],
    ['officer', 'add-testers-wrong', () => `/testing/rounds/${council.rounds.open}`, '/testers'],
    ['officer', 'fixed-wrong', () => `/testing/findings/${council.findings.plain}`, '/fixed'],
    ['tester', 'withdraw-wrong', () => `/testing/findings/${council.findings.plain}`, '/withdraw'],
  ] as const)('says to a %s what is wrong: %s', async (role, name, path, action) => {
    await site.signIn(role);
    await expectUsable(name, async () => {
      await site.goTo(path());
      await openAll();
      await site.press(`form[action$="${action}"] button[type=submit]`);
    });
    const { page } = site;
    expect(await page.title()).toMatch(/^Error: /);
    // The summary's first link leads to a field that is there and can be seen.
    await page.click('.govuk-error-summary a');
    expect(await page.evaluate('document.activeElement.closest("details")?.open ?? true')).toBe(true);
    expect(await page.evaluate('["INPUT", "TEXTAREA", "SELECT"].includes(document.activeElement.tagName)')).toBe(true);
  });

  it('asks a tester who signs off and answered no whether they mean it', async () => {
    await site.signIn('tester');
    const { page } = site;
    await expectUsable('sign-off-check', async () => {
      await site.goTo(`/testing/rounds/${council.rounds.open}/sign-off`);
      for (const line of [1, 2, 3, 5, 6]) await page.click(`input[name="answer-${line}"][value=yes]`);
      await page.click('input[name="answer-4"][value=no]');
      await page.type('#note-4', `The menu is cut off: ${'anenormouslylongword'.repeat(6)}`);
      await page.click('input[value=signed_off]');
      await site.press('main form[action$="sign-off"] button');
    });
    expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('Do you sign it off all the same?');
  });

  it('works by keyboard alone', async () => {
    await site.signIn('officer');
    const { page } = site;
    await page.setViewport({ width: 1280, height: 900 });
    await site.goTo(`/testing/findings/${council.findings.plain}`);
    await page.focus('#comment-text');
    await page.keyboard.type('Typed without a mouse.');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.$eval('.govuk-notification-banner', (banner) => banner.textContent)).toContain(
      'Your comment is there.',
    );
    expect(await page.$eval('.testing-thread', (thread) => thread.textContent)).toContain('Typed without a mouse.');
  });

  it('works without JavaScript', async () => {
    await site.signIn('tester');
    const plain = await site.browser.newPage();
    await plain.setJavaScriptEnabled(false);
    await plain.setViewport({ width: 360, height: 900 });
    await plain.goto(`${site.origin}/testing/rounds/${council.rounds.open}/sign-off`);
    for (const line of [1, 2, 3, 4, 5, 6]) await plain.click(`input[name="answer-${line}"]`);
    await plain.click('input[value=refused]');
    await plain.type('#reason', 'The questions in part 3 have two right answers.');
    await Promise.all([plain.waitForNavigation(), plain.click('main form[action$="sign-off"] button')]);
    expect(await plain.$eval('.govuk-notification-banner', (banner) => banner.textContent)).toContain(
      'Your refusal is recorded',
    );
    await plain.screenshot({ path: `${PICTURES}/no-javascript-360.png`, fullPage: true });
    await plain.close();
  });
});
