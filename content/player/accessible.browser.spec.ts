import type { Page } from 'puppeteer';
import { expectAccessible, sidewaysScroll } from '../../test/support/axe';
import { type BuiltCourse, builtSpecimen } from './test/built-course';
import { type FakeLms, startFakeLms } from './test/fake-lms';
import { TestBrowser } from '../../test/support/test-browser';

/** A learner in the middle of the module: what the platform gives back to the player. */
const visit = (place: string, memory: object = {}, status = 'incomplete') => ({
  'cmi.core.lesson_status': status,
  'cmi.core.lesson_location': place,
  'cmi.suspend_data': JSON.stringify(memory),
});

describe('every screen of the module', () => {
  let built: BuiltCourse;
  /** A try with every question of this kind of answer. */
  const tried = (how: 'right' | 'wrong', count: number, percent?: number) => ({
    test: {
      attempt: 1,
      ...(percent !== undefined && { percent }),
      answers: built.test.slice(0, count).map((answer) => [answer.id, answer[how].join(''), 3]),
    },
  });
  const answered = (how: 'right' | 'wrong') =>
    Object.fromEntries(built.checks.map((answer) => [answer.id, { chosen: answer[how].join(''), tries: 1 }]));
  const drawn = () => ({ test: { attempt: 1, answers: built.test.map(({ id }) => [id, '', 0]) } });

  let browser: TestBrowser;
  let lms: FakeLms;
  let page: Page;
  let screens: string[];

  beforeAll(async () => {
    built = await builtSpecimen('scorm_12');
    const page12 = built.files.get('index.html')!.toString();
    screens = [...page12.matchAll(/data-place="([a-z-]+)"/g)].map(([, id]) => id!);
    lms = await startFakeLms(built.files, 'scorm_12');
    browser = await TestBrowser.connect();
    page = await browser.newPage();
  });
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

  it('says what the council says, as text and where it has a place for it, and elsewhere what it came with', async () => {
    const place = () => page.$eval('[data-fact=members]', (span) => span.outerHTML);
    const builtWith = '<span data-fact="members">81</span>';
    lms.councilWords = {
      facts: { members: '<b>82</b>', nowhere: 'x' },
      paragraphs: { welcome: ['We meet <i>here</i>.', 'Ask us.'], nowhere: ['x'] },
      checked: 'Checked for Northmoor by Ruth Calloway on 3 December 2026',
    };
    await open(visit('welcome'));
    expect(await place()).toBe('<span data-fact="members">&lt;b&gt;82&lt;/b&gt;</span>');
    expect(await page.$eval('[data-place=welcome] .prose > aside:last-child', (aside) => aside.innerText)).toMatch(
      /^in your council\s+We meet <i>here<\/i>\.\s+Ask us\.$/i,
    );
    expect(await page.$eval('.cover .facts', (list) => list.innerText)).toContain('Checked for Northmoor by Ruth');
    await expectAccessible(page);
    lms.councilWords = { paragraphs: { welcome: ['Ring 01632\u00a0960\u00a0040, or write to a@b.example.'] } };
    await open(visit('welcome'));
    const contacts = await page.$$('[data-place=welcome] .prose > aside:last-child a');
    expect(await Promise.all(contacts.map((link) => link.evaluate(({ href }) => href)))).toEqual([
      'tel:01632960040',
      'mailto:a@b.example',
    ]);
    // Whoever rings does not leave: a page that says so would be closed by some platforms.
    await page.evaluate(`for (const leaving of ['beforeunload', 'pagehide'])
      addEventListener(leaving, () => document.body.setAttribute('data-left', leaving));`);
    for (const link of contacts) await link.click();
    await page.waitForNetworkIdle();
    expect(await page.$eval('body', (body) => body.getAttribute('data-left'))).toBeNull();
    // A platform may put anything there.
    for (const odd of [undefined, ['x'], { facts: { members: 7 }, paragraphs: { welcome: 'x' } }]) {
      lms.councilWords = odd;
      await open(visit('welcome'));
      expect([
        await place(),
        await page.$$eval('.cover .checked, [data-place=welcome] .prose > aside:last-child.council p', (all) =>
          all.map(({ innerText }) => innerText).filter((text) => text === 'x'),
        ),
      ]).toEqual([builtWith, []]);
    }
    lms.councilWords = undefined;
  });

  describe.each([1280, 360])('at %d px', (width) => {
    beforeEach(() => page.setViewport({ width, height: 800 }));

    it.each(['right', 'wrong'] as const)(
      'is accessible with everything in it opened, and answers that are %s',
      async (how) => {
        for (const screen of screens.filter((place) => place !== 'result')) {
          await open(visit(screen, { checks: answered(how) }));
          await page.$$eval('main summary, [data-choice], .source button', (buttons) =>
            buttons.forEach((button) => button.click()),
          );
          await expectAccessible(page);
        }
      },
      120_000,
    );

    it('is accessible at every kind of question of the test, also when the answer is missing', async () => {
      for (const place of [1, 3, 5, 7, 9, 11].map((number) => `test/${number}`)) {
        await open(visit(place, drawn()));
        await expectAccessible(page);
        await page.click(`[data-place="${place}"] [data-next]`);
        expect(await page.$eval(`[data-place="${place}"] .error`, (error) => error.hidden)).toBe(false);
        await expectAccessible(page);
      }
    });

    it.each([
      ['a screen with nothing opened', () => visit('pictures')],
      ['the answers before they are handed in', () => visit('test/answers', tried('right', 12))],
      ['the result of those who failed', () => visit('result', tried('wrong', 12, 0), 'failed')],
      ['the result of those who passed', () => visit('result', tried('right', 12, 100), 'passed')],
    ])('is accessible: %s', async (_name, cmi) => {
      await open(cmi());
      await expectAccessible(page);
      await page.click('.contents summary');
      await expectAccessible(page);
    });
  });

  it('needs no scrolling sideways in a frame of 320 px, which is 1280 px at 400%', async () => {
    await page.setViewport({ width: 320, height: 256 });
    const questions = built.test.map((_question, index) => `test/${index + 1}`);
    for (const place of [...screens, ...questions]) {
      await open(visit(place, { ...tried('wrong', 12, 0), checks: answered('wrong') }));
      await page.$$eval('summary, [data-choice], .source button', (buttons) =>
        buttons.forEach((button) => button.click()),
      );
      expect([place, await sidewaysScroll(page)]).toEqual([place, 0]);
    }
  });

  it('prints as a hand-out: every screen with its consequences, and no test', async () => {
    await open(visit('questions'));
    await page.emulateMediaType('print');
    const printed = await page.$$eval('main > section', (sections) =>
      sections.filter((section) => section.getClientRects().length > 0).map((section) => section.dataset.place),
    );
    await page.emulateMediaType();
    expect(printed).toEqual(screens.filter((screen) => !['test', 'result'].includes(screen)));
  });

  it('shows the source of a statement by keyboard, and on paper', async () => {
    await open(visit('pictures'));
    await page.$$eval('main summary', (summaries) => summaries.forEach((summary) => summary.click()));
    const shown = () =>
      page.$eval('.source', (source) => [
        source.querySelector('button')!.getAttribute('aria-expanded'),
        source.querySelector('.source-words')!.getClientRects().length > 0,
      ]);
    expect(await shown()).toEqual(['false', false]);
    await page.focus('.source button');
    await page.keyboard.press('Enter');
    expect(await shown()).toEqual(['true', true]);
    expect(await page.$eval('.source-words', (words) => words.innerText)).toMatch(/1972, Schedule 12, paragraph 4/);
    await page.keyboard.press('Space');
    expect(await shown()).toEqual(['false', false]);
    await page.emulateMediaType('print');
    const printed = await shown();
    await page.emulateMediaType();
    expect(printed).toEqual(['false', true]);
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
    lms.cmi = visit('pictures');
    await page.goto(lms.url('alone'));
    const moving = (await page.evaluate('document.getAnimations().length')) as number;
    await page.emulateMediaFeatures([]);
    expect(moving).toBe(0);
  });

  it('keeps its marks in forced colours', async () => {
    await page.setViewport({ width: 1280, height: 800 });
    await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
    await open(visit('arranging', { checks: answered('wrong') }));
    await expectAccessible(page);
    const borders = await page.$$eval('.places .place, .pair select, .button', (elements) =>
      elements.map((element) => element.computedStyleMap().get('border-top-width').toString()),
    );
    await page.emulateMediaFeatures([]);
    expect(new Set(borders)).toEqual(new Set(['2px']));
  });
});
