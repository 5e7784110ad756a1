import type { Browser, Page } from 'puppeteer';
import { launchBrowser } from '@induct/platform';
import { browserPlace } from '../../test/support/config';
import { breachesIn } from './breaches';
import { type BuiltCourse, builtSpecimen } from './built-course';
import { type Call, type Cmi, type FakeLms, startFakeLms } from './fake-lms';
import { KeyboardHands } from './keyboard-hands';
import { Learner } from './learner';
import { QuickHands } from './quick-hands';

const NAMES = {
  scorm_12: {
    status: 'cmi.core.lesson_status',
    place: 'cmi.core.lesson_location',
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    response: 'student_response',
    wrong: 'wrong',
    timeFormat: /^0000:00:\d\d\.\d\d$/,
    seconds: (span: string) => Number(span.slice(8)),
  },
  scorm_2004: {
    status: 'cmi.success_status',
    place: 'cmi.location',
    score: 'cmi.score.raw',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    response: 'learner_response',
    wrong: 'incorrect',
    timeFormat: /^PT[\d.]+S$/,
    seconds: (span: string) => Number(/([\d.]+)S/.exec(span)![1]),
  },
} as const;

describe.each(['scorm_12', 'scorm_2004'] as const)('the content player in a platform for %s', (standard) => {
  const names = NAMES[standard];
  let built: BuiltCourse;
  let browser: Browser;
  let lms: FakeLms;
  let page: Page;

  beforeAll(async () => {
    built = await builtSpecimen(standard);
    lms = await startFakeLms(built.files, standard);
    browser = await launchBrowser(browserPlace);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    lms?.close();
  });
  beforeEach(async () => {
    lms.cmi = {};
    page = await browser.newPage();
  });
  afterEach(() => page.close());

  const learner = async (hands: 'keyboard' | 'quick' = 'quick', at = 'frame') => {
    await page.goto(lms.url(at));
    const sco = await (await page.waitForSelector('iframe'))!.contentFrame();
    await sco.waitForSelector('body[data-at]');
    return new Learner(sco, hands === 'keyboard' ? new KeyboardHands(page, sco) : new QuickHands(sco), built);
  };
  const calls = () => page.evaluate('calls') as Promise<Call[]>;
  const cmi = () => page.evaluate('cmi') as Promise<Cmi>;
  const commits = async () => (await calls()).filter(([name]) => name === 'commit').length;
  const set = async (element: string) =>
    (await calls()).filter(([name, to]) => name === 'set' && to === element).map(([, , value]) => value!);
  const focused = (sco: Learner['sco']) =>
    sco.$eval(':focus', (element) => `${element.tagName} ${element.textContent.trim()}`);

  /** What the platform holds about the answers to one question, in the order they were given. */
  const interactions = async (id: string) => {
    const stored = await cmi();
    const indexes = Object.entries(stored).flatMap(([key, value]) =>
      /^cmi\.interactions\.\d+\.id$/.test(key) && value.startsWith(`${id}.`) ? [key.split('.')[2]!] : [],
    );
    return indexes.map((index) => (element: string) => stored[`cmi.interactions.${index}.${element}`]);
  };
  const objective = async (id: string) => {
    const stored = await cmi();
    const [key] = Object.entries(stored).find(
      ([name, value]) => /^cmi\.objectives\.\d+\.id$/.test(name) && value === id,
    )!;
    return (element: string) => stored[key.replace(/id$/, element)];
  };

  it('is walked with the keyboard alone: fails the test, takes it again, passes', async () => {
    const member = await learner('keyboard');
    await member.next();
    expect(await focused(member.sco)).toBe('H1 Pictures, steps and a film');
    await member.readToTheTest();
    await member.startTest();
    const first = await member.asked();
    expect(await member.takeTest({ wrong: 2 })).toMatch(/^Not passed this time\s+4 of 6 answers right, 66 %/);
    expect(await focused(member.sco)).toBe('H1 Not passed this time');
    expect(await member.text('[data-what-next]')).toMatch(/You have 2 more tries\.$/);
    expect((await cmi())[names.status]).toBe('failed');
    expect((await cmi())[names.score]).toBe('66');

    await member.startTest();
    const second = await member.asked();
    expect(second).toHaveLength(6);
    expect(second).not.toEqual(first);
    expect(await member.given(second[0]!)).toMatch(/^(|abc|abcd|abcdef)$/);
    expect(await member.takeTest({ wrong: 1 })).toMatch(/^You have passed\s+5 of 6 answers right, 83 %/);
    expect(await member.text('#where')).toBe('Your result · passed');
    expect((await set(names.status)).slice(-2)).toEqual(['failed', 'passed']);
    expect(await set(names.score)).toEqual(['66', '83']);
    expect(breachesIn(await calls(), standard)).toEqual([]);
    const all = Object.keys(await cmi()).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key));
    expect(all).toHaveLength(built.checks.length + 12);
  }, 180_000);

  it('reports every kind of answer with all that SCORM has for it', async () => {
    const member = await learner();
    await member.readToTheTest();
    const [one, some, statement, pairs, steps, number] = await Promise.all(
      built.checks.map(async ({ id }) => (await interactions(id))[0]!),
    );
    const two = standard === 'scorm_2004';
    const [comma, dot] = two ? ['[,]', '[.]'] : [',', '.'];
    const right = (id: string) => built.checks.find((check) => check.id === id)!.right;
    const given = (interaction: typeof one) => [interaction!('type'), interaction!(names.response)];
    expect(given(one)).toEqual(['choice', 'a']);
    expect(given(some)).toEqual(['choice', `a${comma}c`]);
    expect(given(statement)).toEqual(['true-false', two ? 'false' : 'f']);
    expect(given(pairs)).toEqual([
      'matching',
      right('pairs')
        .map((letter, index) => `${index + 1}${dot}${letter}`)
        .join(comma),
    ]);
    expect(given(steps)).toEqual(['sequencing', right('steps-in-order').join(comma)]);
    expect(given(number)).toEqual(['numeric', '5']);
    expect(number!('correct_responses.0.pattern')).toBe(two ? '5[:]5' : '5');
    for (const each of [one, some, statement, pairs, steps]) {
      expect(each!('correct_responses.0.pattern')).toBe(each!(names.response));
    }
    for (const each of [one, some, statement, pairs, steps, number]) {
      expect([each!('result'), each!('weighting'), each!('objectives.0.id')]).toEqual(['correct', '0', 'questions']);
      expect(each!(two ? 'timestamp' : 'time')).toMatch(two ? /^20\d\d-\d\d-\d\dT[\d:]+\.\dZ$/ : /^\d\d:\d\d:\d\d$/);
      expect(each!('latency')).toMatch(two ? /^PT[\d.]+S$/ : /^\d{4}:\d\d:\d\d\.\d\d$/);
      expect(each!('description') ?? 'There is none in 1.2.').toMatch(/^\S.*[.?]$/);
    }
  });

  it('reports each objective as it was tested, and takes none back', async () => {
    const member = await learner();
    await member.readToTheTest();
    const untouched = await objective('questions');
    expect([untouched('status'), untouched('success_status')]).toEqual(
      standard === 'scorm_12' ? ['not attempted', undefined] : [undefined, undefined],
    );
    await member.startTest();
    const objectives = new Set(
      (await member.asked()).map((id) => built.test.find((question) => question.id === id)!.objective),
    );
    expect(objectives).toEqual(new Set(['blocks', 'questions']));
    await member.takeTest({ wrong: 6 });
    const status = standard === 'scorm_12' ? 'status' : 'success_status';
    const failed = await objective('questions');
    expect([failed(status), failed('score.raw'), failed('score.min'), failed('score.max')]).toEqual([
      'failed',
      '0',
      '0',
      '100',
    ]);
    await member.takeTest();
    for (const id of objectives) {
      const passed = await objective(id);
      expect([passed(status), passed('score.raw')]).toEqual(['passed', '100']);
      expect(passed('score.scaled')).toBe(standard === 'scorm_2004' ? '1' : undefined);
    }
  });

  it('commits at every change of screen and every answer, with the time so far', async () => {
    const member = await learner();
    expect(await commits()).toBe(1);
    await member.readTo('questions');
    expect(await commits()).toBe(3);
    await member.answerChecks('wrong');
    expect(await commits()).toBe(6);
    const stored = await cmi();
    expect(stored[names.place]).toBe('questions');
    expect(stored[names.exit]).toBe('suspend');
    expect(stored[names.time]).toMatch(names.timeFormat);
    const [wrong] = await interactions('one-answer');
    expect(wrong!('result')).toBe(names.wrong);
  });

  it('comes back to the same screen with every answer, after the tab was closed', async () => {
    let member = await learner();
    await member.readTo('pictures');
    await member.press('[data-choice=b]');
    await member.readToTheTest();
    await member.back();
    lms.cmi = await cmi();
    await page.close();

    page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740 });
    member = await learner('keyboard');
    expect(await member.place()).toBe('arranging');
    expect(await member.text('[data-notice]')).toBe('Welcome back. You are where you left off.');
    for (const { id, right } of built.checks) expect([id, await member.given(id)]).toEqual([id, right.join('')]);
    expect(await member.text('[data-check="pairs"] .feedback')).toMatch(
      /^That is right\s+All three are in their place/,
    );
    await member.back();
    await member.back();
    expect(await member.text('[data-scenario] .consequence:not([hidden])')).toMatch(/^Only half-way there/);
  });

  it('comes back into the middle of the test, to the same questions', async () => {
    let member = await learner();
    await member.readToTheTest();
    await member.startTest();
    const asked = await member.asked();
    await member.answerTest({ wrong: 1, stopAfter: 3 });
    lms.cmi = await cmi();
    expect(lms.cmi['cmi.suspend_data']!.length).toBeLessThan(1500);
    member = await learner();
    expect(await member.place()).toBe('test/4');
    expect(await member.asked()).toEqual(asked);
    await member.back();
    const answer = built.test.find(({ id }) => id === asked[2])!;
    expect(await member.given(asked[2]!)).toBe(answer.right.join(''));
    await member.next();
    expect(await member.takeTest()).toMatch(/^You have passed\s+5 of 6/);
  });

  it('gives as many tries as there are, and no more', async () => {
    const member = await learner();
    await member.readToTheTest();
    for (let tries = 0; tries < 3; tries++) await member.takeTest({ wrong: 6 });
    expect(await member.text('[data-what-next]')).toMatch(/You have had all the tries there are/);
    expect(await member.sco.$eval('[data-retake]', (button) => button.hidden)).toBe(true);
    lms.cmi = await cmi();
    const back = await learner();
    await back.press('.contents [data-goto=test]');
    expect(await back.sco.$eval('[data-start-test]', (button) => button.hidden)).toBe(true);
  });

  it('does not take opening and closing for an achievement, and ends the session once', async () => {
    await learner();
    await page.$eval('iframe', (frame) => (frame.src = 'about:blank'));
    await page.waitForFunction("calls.some(([name]) => name === 'finish')");
    expect(await set(names.status)).toEqual(standard === 'scorm_12' ? ['incomplete'] : []);
    expect(await set(names.score)).toEqual([]);
    expect((await calls()).filter(([name]) => name === 'finish')).toHaveLength(1);
    expect(breachesIn(await calls(), standard)).toEqual([]);
  });

  it('never takes a pass away, even when what it remembered is lost', async () => {
    lms.cmi = { [names.status]: 'passed', [names.place]: 'result', 'cmi.suspend_data': '?' };
    const member = await learner();
    expect(await member.text('[data-result]')).toMatch(/^You have passed/);
    expect(await set(names.status)).toEqual([]);
  });

  it('begins the test again when its result is lost', async () => {
    lms.cmi = { [names.status]: 'failed', [names.place]: 'result' };
    expect(await (await learner()).place()).toBe('test');
  });

  it('commits when the page goes out of sight, and does not count the time until it is back', async () => {
    const member = await learner();
    const sight = (state: string) =>
      member.sco
        .evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`);
    const before = await commits();
    await sight('hidden');
    expect(await commits()).toBe(before + 1);
    const atOnce = (await set(names.time)).at(-1)!;
    await new Promise((done) => setTimeout(done, 3000));
    await sight('visible');
    await member.next();
    const later = (await set(names.time)).at(-1)!;
    expect(names.seconds(later) - names.seconds(atOnce)).toBeLessThan(2.5);
  });

  it('says nothing that the strictest run-time objects to', async () => {
    const member = await learner('quick', 'strict');
    await member.readToTheTest();
    await member.takeTest({ wrong: 2 });
    await member.takeTest();
    const refused = (await calls()).filter((call) => call.at(-1) !== '0' || call.at(-2) === 'false');
    // scorm-again says 403 to what has no value yet, as the standard for 2004 wants it.
    expect(refused.filter(([name, , , code]) => !(name === 'GetValue' && code === '403'))).toEqual([]);
    expect(await member.text('[data-what-next]')).toMatch(/^Well done/);
  }, 60_000);

  if (standard === 'scorm_2004') {
    it('tells how far it is, never less than before, and all of it once the test is handed in', async () => {
      const member = await learner();
      await member.readTo('questions');
      await member.back();
      await member.readToTheTest();
      await member.takeTest({ wrong: 6 });
      await member.startTest();
      const told = (await set('cmi.progress_measure')).map(Number);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect([told.at(-1), Math.max(...told.filter((share) => share < 1)) > 0.4]).toEqual([1, true]);
      expect(await set('cmi.completion_status')).toEqual(['incomplete', 'completed']);
      expect((await cmi())['cmi.score.scaled']).toBe('0');
    });
  }

  it('asks to see every screen before the test begins', async () => {
    const member = await learner('keyboard');
    await member.press('.contents summary');
    await member.press('.contents [data-goto=test]');
    expect(await member.text('[data-missing]')).toMatch(/^Before you start, open the screens you have not seen yet:/);
    expect(await member.sco.$eval('[data-start-test]', (button) => button.hidden)).toBe(true);
  });

  it('asks for an answer when there is none, in words that fit the question', async () => {
    const member = await learner();
    for (const [screen, id, words] of [
      ['questions', 'one-answer', 'Error: select an answer'],
      ['questions', 'some-answers', 'Error: select at least one answer'],
      ['arranging', 'pairs', 'Error: choose one for each'],
      ['arranging', 'steps-in-order', 'Error: put them in order first, with the buttons beside them'],
      ['arranging', 'how-many', 'Error: write a number in digits'],
    ] as const) {
      while ((await member.place()) !== screen) await member.next();
      await member.press(`[data-check="${id}"] [type=submit]`);
      expect(await member.text(`[data-check="${id}"] .error`)).toBe(words);
    }
    expect(await set('cmi.interactions.0.id')).toEqual([]);
  });

  it('says where a step was moved to, and keeps the focus with it', async () => {
    const member = await learner('keyboard');
    await member.readTo('arranging');
    const [first] = await member.sco.$$eval('[data-check="steps-in-order"] .place', (places) =>
      places.map(({ id }) => id),
    );
    await member.press(`#${first} [data-move=down]`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await member.text('[data-check="steps-in-order"] [data-moved]')).toMatch(/: now 4 of 4$/);
    const label = await member.sco.$eval(':focus', (button) => button.getAttribute('aria-label'));
    expect(label).toMatch(/^Move up: /);
  });

  it('says that nothing is recorded when there is no platform', async () => {
    await page.goto(lms.url('index.html'));
    const notice = await page.waitForSelector('[data-notice]:not([hidden])');
    expect(await notice!.evaluate((line) => line.textContent)).toMatch(/^Preview: .* nothing is recorded\.$/);
  });
});
