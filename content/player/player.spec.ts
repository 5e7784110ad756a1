import type { Browser, Page } from 'puppeteer';
import { launchBrowser } from '@induct/platform';
import { browserPlace } from '../../test/support/config';
import { type Answer, answersFor } from '../build/build.mjs';
import { builtCourse } from './built-course';
import { type Cmi, type FakeLms, startFakeLms } from './fake-lms';
import { KeyboardLearner } from './keyboard-learner';

type Call = string[];

const seconds = (span: string) => Number(span.slice(8));

describe('the content player in a platform', () => {
  const { checks, test } = answersFor('code-of-conduct');
  let browser: Browser;
  let lms: FakeLms;
  let page: Page;

  beforeAll(async () => {
    lms = await startFakeLms(await builtCourse());
    browser = await launchBrowser(browserPlace);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    lms?.close();
  });
  beforeEach(async () => {
    lms.cmi = { 'cmi.core.lesson_status': 'not attempted' };
    page = await browser.newPage();
  });
  afterEach(() => page.close());

  const calls = () => page.evaluate('calls') as Promise<Call[]>;
  const cmi = () => page.evaluate('cmi') as Promise<Cmi>;
  const commits = async () => (await calls()).filter(([name]) => name === 'commit').length;
  const set = async (element: string) =>
    (await calls()).filter(([name, to]) => name === 'set' && to === element).map(([, , value]) => value);

  /** What the platform holds about the answers to one question, in the order they were given. */
  const interactions = async (id: string) => {
    const stored = await cmi();
    const indexes = Object.entries(stored).flatMap(([key, value]) =>
      key.endsWith('.id') && value.startsWith(`${id}.`) ? [key.split('.')[2]!] : [],
    );
    return indexes.map((index) => (element: string) => stored[`cmi.interactions.${index}.${element}`]);
  };

  it('is walked with the keyboard alone: fails the test, takes it again, passes', async () => {
    const learner = await KeyboardLearner.at(page, lms.url('frame'));
    await learner.next();
    expect(await learner.focused()).toBe('H1 The seven principles');
    await learner.readToTheTest(checks);
    await learner.press('[data-start-test]');
    await learner.takeTest(test, 3);
    expect(await learner.text('[data-result]')).toMatch(/^Not passed this time\s+7 of 10 answers right, 70 %/);
    expect(await learner.focused()).toBe('H1 Not passed this time');
    expect((await cmi())['cmi.core.lesson_status']).toBe('failed');
    expect((await cmi())['cmi.core.score.raw']).toBe('70');

    await learner.press('[data-retake]');
    expect(await learner.chosen(test[0]!.id)).toBe('');
    await learner.takeTest(test, 2);
    expect(await learner.text('[data-result]')).toMatch(/^You have passed\s+8 of 10 answers right, 80 %/);
    expect(await learner.text('#where')).toBe('Your result · passed');
    expect(await set('cmi.core.lesson_status')).toEqual(['incomplete', 'failed', 'passed']);
    expect(await set('cmi.core.score.raw')).toEqual(['70', '80']);

    expect((await cmi())['cmi.suspend_data']!.length).toBeLessThan(4096);
    const [first, second, third] = await interactions(test[0]!.id);
    expect([first!('result'), second!('result'), third]).toEqual(['wrong', 'wrong', undefined]);
    for (const { id, kind, right } of checks) await expectRightAnswerReported(id, kind, right);
    const all = Object.keys(await cmi()).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key));
    expect(all).toHaveLength(checks.length + 2 * test.length);
  }, 120_000);

  const expectRightAnswerReported = async (id: string, kind: Answer['kind'], right: string[]) => {
    const [given] = await interactions(id);
    const pattern = kind === 'true-false' ? (right[0] === 'a' ? 't' : 'f') : right.join(',');
    expect(given!('type')).toBe(kind === 'true-false' ? 'true-false' : 'choice');
    expect([given!('student_response'), given!('correct_responses.0.pattern')]).toEqual([pattern, pattern]);
    expect(given!('result')).toBe('correct');
    expect(given!('latency')).toMatch(/^\d{4}:\d\d:\d\d\.\d\d$/);
    expect(given!('time')).toMatch(/^\d\d:\d\d:\d\d$/);
  };

  it('commits at every change of screen and every answer, with the time so far', async () => {
    const learner = await KeyboardLearner.at(page, lms.url('frame'));
    expect(await commits()).toBe(1);
    await learner.next();
    expect(await commits()).toBe(2);
    const [principles] = checks;
    await learner.answer(principles!, principles!.wrong);
    await learner.press(`[data-check="${principles!.id}"] button`);
    expect(await commits()).toBe(3);
    const stored = await cmi();
    expect(stored['cmi.core.lesson_location']).toBe('principles');
    expect(stored['cmi.core.exit']).toBe('suspend');
    expect(stored['cmi.core.session_time']).toMatch(/^0000:00:\d\d\.\d\d$/);
    expect(stored['cmi.suspend_data']!.length).toBeLessThan(4096);
  });

  it('comes back to the same screen with every answer, after the tab was closed', async () => {
    let learner = await KeyboardLearner.at(page, lms.url('frame'));
    await learner.next();
    const [principles] = checks;
    await learner.answer(principles!, ['a', 'c']);
    await learner.press(`[data-check="${principles!.id}"] button`);
    await learner.next();
    await learner.press('[data-choice=b]');
    lms.cmi = await cmi();
    await page.close();

    page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740 });
    learner = await KeyboardLearner.at(page, lms.url('frame'));
    expect(await learner.place()).toBe('the-code');
    expect(await learner.text('[data-notice]')).toBe('Welcome back. You are where you left off.');
    expect(await learner.text('[data-scenario] .consequence:not([hidden])')).toMatch(/^Yes, that works/);
    await learner.press('[data-place="the-code"] [data-back]');
    expect(await learner.chosen(principles!.id)).toBe('ac');
    expect(await learner.text('.check .feedback')).toMatch(/^Right so far, but not all of them yet/);
  });

  it('comes back into the middle of the test', async () => {
    let learner = await KeyboardLearner.at(page, lms.url('frame'));
    await learner.readToTheTest([]);
    await learner.press('[data-start-test]');
    await learner.answer(test[0]!, test[0]!.right);
    await learner.next();
    lms.cmi = await cmi();
    learner = await KeyboardLearner.at(page, lms.url('frame'));
    expect(await learner.place()).toBe('test/2');
    await learner.press('[data-place="test/2"] [data-back]');
    expect(await learner.chosen(test[0]!.id)).toBe(test[0]!.right.join(''));
  });

  it('does not take opening and closing for an achievement, and ends the session once', async () => {
    await KeyboardLearner.at(page, lms.url('frame'));
    await page.$eval('iframe', (frame) => (frame.src = 'about:blank'));
    await page.waitForFunction("calls.some(([name]) => name === 'finish')");
    expect(await set('cmi.core.lesson_status')).toEqual(['incomplete']);
    expect(await set('cmi.core.score.raw')).toEqual([]);
    expect((await calls()).filter(([name]) => name === 'finish')).toHaveLength(1);
  });

  it('never takes a pass away, even when what it remembered is lost', async () => {
    lms.cmi = { 'cmi.core.lesson_status': 'passed', 'cmi.core.lesson_location': 'result', 'cmi.suspend_data': '?' };
    const learner = await KeyboardLearner.at(page, lms.url('frame'));
    expect(await learner.text('[data-result]')).toMatch(/^You have passed/);
    expect(await set('cmi.core.lesson_status')).toEqual([]);
  });

  it('begins the test again when its result is lost', async () => {
    lms.cmi = { 'cmi.core.lesson_status': 'failed', 'cmi.core.lesson_location': 'result' };
    const learner = await KeyboardLearner.at(page, lms.url('frame'));
    expect(await learner.place()).toBe('test');
  });

  it('commits when the page goes out of sight, and does not count the time until it is back', async () => {
    const learner = await KeyboardLearner.at(page, lms.url('frame'));
    const sight = (state: string) =>
      learner.run(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`);
    const before = await commits();
    await sight('hidden');
    expect(await commits()).toBe(before + 1);
    const [atOnce] = (await set('cmi.core.session_time')).slice(-1);
    await new Promise((done) => setTimeout(done, 3000));
    await sight('visible');
    await learner.next();
    const [later] = (await set('cmi.core.session_time')).slice(-1);
    expect(seconds(later!) - seconds(atOnce!)).toBeLessThan(2.5);
  });

  it('asks to see every screen before the test begins', async () => {
    const learner = await KeyboardLearner.at(page, lms.url('frame'));
    await learner.press('.contents summary');
    await learner.press('.contents [data-goto=test]');
    expect(await learner.text('[data-missing]')).toMatch(/^Before you start, open the screens you have not seen yet:/);
    expect(await page.frames()[1]!.$eval('[data-start-test]', (button) => button.hidden)).toBe(true);
  });

  it('asks for an answer when there is none', async () => {
    const learner = await KeyboardLearner.at(page, lms.url('frame'));
    await learner.next();
    await learner.press(`[data-check="${checks[0]!.id}"] button`);
    expect(await learner.text('.check .error')).toBe('Error: select at least one answer');
    expect(await set('cmi.interactions.0.id')).toEqual([]);
  });

  it('says nothing that the strictest run-time objects to', async () => {
    lms.cmi = {};
    const learner = await KeyboardLearner.at(page, lms.url('strict'));
    await learner.readToTheTest(checks);
    await learner.press('[data-start-test]');
    await learner.takeTest(test, 1);
    const refused = (await calls()).filter((call) => call.at(-1) !== '0' || call.at(-2) === 'false');
    expect(refused).toEqual([]);
    expect(await learner.text('[data-what-next]')).toMatch(/^Well done/);
  }, 60_000);

  it('says that nothing is recorded when there is no platform', async () => {
    await page.goto(lms.url('index.html'));
    const notice = await page.waitForSelector('[data-notice]:not([hidden])');
    expect(await notice!.evaluate((line) => line.textContent)).toMatch(/^Preview: .* nothing is recorded\.$/);
  });
});
