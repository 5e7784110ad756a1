import type { Browser, Page } from 'puppeteer';
import { launchBrowser } from '@induct/platform';
import { expectAccessible, sidewaysScroll } from '../../test/support/axe';
import { browserPlace } from '../../test/support/config';
import { answersFor } from '../build/build.mjs';
import { builtCourse } from './built-course';
import { type FakeLms, startFakeLms } from './fake-lms';

/** A learner in the middle of the module: what the platform gives back to the player. */
const visit = (place: string, memory: object = {}, status = 'incomplete') => ({
  'cmi.core.lesson_status': status,
  'cmi.core.lesson_location': place,
  'cmi.suspend_data': JSON.stringify(memory),
});

// Between them they hold every block.
const KINDS = ['welcome', 'principles', 'interests', 'register', 'complaints', 'test'];

describe('every screen of the module', () => {
  const { checks, test } = answersFor('code-of-conduct');
  const chosen = (how: 'right' | 'wrong') =>
    Object.fromEntries(test.map((answer) => [answer.id, answer[how].join('')]));
  const answered = Object.fromEntries(checks.map(({ id, right }) => [id, { chosen: right.join(''), tries: 1 }]));
  const failed = { test: { attempt: 1, chosen: chosen('wrong'), seconds: {}, percent: 0 } };
  const passed = { test: { attempt: 1, chosen: chosen('right'), seconds: {}, percent: 100 } };

  let browser: Browser;
  let lms: FakeLms;
  let page: Page;
  let screens: string[];

  beforeAll(async () => {
    const files = await builtCourse();
    screens = [
      ...files
        .get('index.html')!
        .toString()
        .matchAll(/data-place="([a-z-]+)"/g),
    ].map(([, id]) => id!);
    lms = await startFakeLms(files);
    browser = await launchBrowser(browserPlace);
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    lms?.close();
  });

  const open = async (cmi: Record<string, string>) => {
    lms.cmi = cmi;
    await page.goto(lms.url('alone'));
    await page.waitForSelector('body[data-at]');
    // Half-faded text has half its contrast.
    await page.addStyleTag({ content: '* { animation: none !important }' });
  };

  describe.each([1280, 360])('at %d px', (width) => {
    beforeEach(() => page.setViewport({ width, height: 800 }));

    it('is accessible with everything in it opened and answered', async () => {
      for (const screen of KINDS) {
        await open(visit(screen, { checks: answered }));
        await page.$$eval('main summary, [data-choice]', (buttons) => buttons.forEach((button) => button.click()));
        await expectAccessible(page);
      }
    }, 120_000);

    it.each([
      ['a screen with nothing opened', visit('at-a-meeting')],
      ['a question of the test', visit('test/2')],
      [
        'the answers before they are handed in',
        visit('test/answers', { test: { ...passed.test, percent: undefined } }),
      ],
      ['the result of those who failed', visit('result', failed, 'failed')],
      ['the result of those who passed', visit('result', passed, 'passed')],
    ])('is accessible: %s', async (_name, cmi) => {
      await open(cmi);
      await expectAccessible(page);
      await page.click('.contents summary');
      await expectAccessible(page);
    });

    it('is accessible when an answer is missing', async () => {
      await open(visit('test/1'));
      await page.click('[data-place="test/1"] [data-next]');
      await expectAccessible(page);
    });
  });

  it('needs no scrolling sideways in a frame of 320 px, which is 1280 px at 400 %', async () => {
    await page.setViewport({ width: 320, height: 256 });
    for (const place of [...screens, 'test/2', 'result']) {
      await open(visit(place, failed));
      await page.$$eval('summary, [data-choice]', (buttons) => buttons.forEach((button) => button.click()));
      expect([place, await sidewaysScroll(page)]).toEqual([place, 0]);
    }
  });

  it('prints as a hand-out: every screen with its consequences, and no test', async () => {
    await open(visit('gifts'));
    await page.emulateMediaType('print');
    const printed = await page.$$eval('main > section', (sections) =>
      sections.filter((section) => section.getClientRects().length > 0).map((section) => section.dataset.place),
    );
    await page.emulateMediaType();
    expect(printed).toEqual(screens.filter((screen) => !['test', 'result'].includes(screen)));
  });

  it('can be read without JavaScript', async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(lms.url('index.html'));
    const shown = await page.$$eval('h1', (headings) =>
      headings.filter((heading) => heading.getClientRects().length > 0),
    );
    await page.setJavaScriptEnabled(true);
    expect(shown).toHaveLength(screens.length - 2);
  });

  it('stands still for those who asked for less motion', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    lms.cmi = visit('gifts');
    await page.goto(lms.url('alone'));
    const moving = (await page.evaluate('document.getAnimations().length')) as number;
    await page.emulateMediaFeatures([]);
    expect(moving).toBe(0);
  });
});
