import fc from 'fast-check';
import { feedbackTo } from './browser/check-feedback';
import type { Check, Course, Question, QuestionKind } from './browser/course';
import { digitsOf } from './browser/digits';
import { drawQuestions } from './browser/draw';
import { isRight, markObjectives, markTest } from './browser/marking';
import { emptyMemory, nextAttempt, readMemory, withoutLostQuestions, writeMemory } from './browser/memory';
import { minutesInWords, progressOf, shareDone } from './browser/minutes';
import { scorm12 } from './browser/scorm-12';
import { scorm2004 } from './browser/scorm-2004';
import { Stopwatch } from './browser/stopwatch';
import { timeInterval, timeOfDay, timespan, timestamp } from './browser/time';

const question = (kind: QuestionKind, right: string, more: Partial<Question> = {}): Question => ({
  id: 'q',
  kind,
  objective: 'manners',
  right,
  ...more,
});

const bank = ['q1', 'q2', 'q3'].map((id, index) => ({
  ...question('single', 'a', { id, objective: index === 0 ? 'greeting' : 'manners' }),
  explanation: '',
  screen: 'one',
}));

const course: Course = {
  slug: 'manners',
  version: '1',
  standard: 'scorm_12',
  title: 'Manners',
  passMark: 80,
  testMinutes: 5,
  draw: 3,
  objectives: [
    { id: 'greeting', text: 'greet' },
    { id: 'manners', text: 'behave' },
    { id: 'untested', text: 'dream' },
  ],
  screens: [
    { id: 'one', title: 'One', minutes: 3 },
    { id: 'two', title: 'Two', minutes: 2 },
  ],
  checks: [],
  bank,
};

const answers = (...given: string[]) =>
  given.map((letter, index) => ({ id: `q${index + 1}`, given: letter, seconds: 1 }));
const handedIn = (...given: string[]) => ({ attempt: 1, answers: answers(...given) });

describe('marking', () => {
  it('takes exactly the right choices, no fewer and no more', () => {
    expect(isRight(question('multiple', 'ac'), 'ac')).toBe(true);
    expect(isRight(question('multiple', 'ac'), 'a')).toBe(false);
    expect(isRight(question('multiple', 'ac'), 'abc')).toBe(false);
    expect(isRight(question('single', 'a'), '')).toBe(false);
  });

  it.each([
    ['28', undefined, '28', true],
    ['28', undefined, '28.5', false],
    ['28', 1, '27', true],
    ['28', 1, '26.9', false],
    ['0.3', 0.1, '0.2', true],
    ['0', undefined, '', false],
    ['28', undefined, '28.0', true],
  ])('a number of %s, %s off at most: %s is %s', (right, tolerance, given, expected) => {
    expect(isRight(question('number', right, tolerance ? { tolerance } : {}), given)).toBe(expected);
  });

  it('never lets anybody pass by rounding', () => {
    const twoOfThree = { ...course, passMark: 67 };
    expect(markTest(twoOfThree, handedIn('a', 'a', 'b'))).toEqual({ right: 2, of: 3, percent: 66, passed: false });
  });

  it('takes a question without an answer as not right', () => {
    expect(markTest(course, handedIn('a', '', ''))).toMatchObject({ right: 1, of: 3, passed: false });
  });

  it('marks each objective that was asked about, and no other', () => {
    expect([...markObjectives(course, handedIn('a', 'a', 'b'))]).toEqual([
      ['greeting', { right: 1, of: 1, percent: 100, passed: true }],
      ['manners', { right: 1, of: 2, percent: 50, passed: false }],
    ]);
  });
});

describe('a number as people write it', () => {
  it.each([
    ['28', '28'],
    [' 1,500 ', '1500'],
    ['£2.50', '2.5'],
    ['£ 25 000', '25000'],
    ['28 days', '28'],
    ['80%', '80'],
    ['.5', '0.5'],
    ['-3', '-3'],
    ['007', '7'],
    ['', ''],
    ['twenty', ''],
    ['1.2.3', ''],
    ['2 to 3', ''],
    ['1e5', ''],
  ])('%j is %j', (written, digits) => expect(digitsOf(written)).toBe(digits));
});

describe('the draw', () => {
  const large = Array.from({ length: 22 }, (_, index) =>
    question('single', 'a', { id: `q${index}`, objective: `o${index % 6}` }),
  );

  it('takes as many as asked for, none twice, and one of every objective', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 50, maxLength: 50 }),
        (numbers) => {
          let next = 0;
          const drawn = drawQuestions(large, 10, () => numbers[next++ % numbers.length]!);
          expect(new Set(drawn).size).toBe(10);
          expect(new Set(drawn.map(({ objective }) => objective)).size).toBe(6);
        },
      ),
    );
  });

  it('gives every question its turn', () => {
    const seen = new Set(Array.from({ length: 60 }, () => drawQuestions(large, 10, Math.random)).flat());
    expect(seen.size).toBe(22);
  });
});

describe('the memory of the player', () => {
  const full = () => {
    const memory = emptyMemory();
    memory.seen.push('one');
    memory.checks.c1 = { chosen: 'ac', tries: 2 };
    memory.scenarios.s1 = 'b';
    memory.met.push('greeting');
    memory.test = { attempt: 2, answers: answers('a', '', '28'), percent: 70 };
    return memory;
  };

  it('comes back as it was', () => expect(readMemory(writeMemory(full()))).toEqual(full()));

  it.each(['', 'null', '{', '[]', '"text"', '{"seen":3}'])('is empty when what was stored is %j', (stored) =>
    expect(readMemory(stored)).toEqual(emptyMemory()),
  );

  it('keeps the result of a try whose answers are not known', () => {
    const { test } = readMemory('{"seen":["one"],"test":{"attempt":2,"chosen":{"q":"a"},"percent":70}}');
    expect(test).toEqual({ attempt: 2, percent: 70, answers: [] });
  });

  it('has room in SCORM 1.2 with sixteen screens, twelve checks and ten long names', () => {
    const memory = emptyMemory();
    const name = (what: string, index: number) => `${what}-${index}`.padEnd(40, 'x');
    memory.seen = Array.from({ length: 16 }, (_, index) => name('screen', index));
    for (let index = 0; index < 12; index++) memory.checks[name('check', index)] = { chosen: 'abcdef', tries: 12 };
    for (let index = 0; index < 4; index++) memory.scenarios[name('scenario', index)] = 'abcd';
    memory.met = Array.from({ length: 6 }, (_, index) => name('objective', index));
    memory.test.answers = memory.seen.slice(0, 10).map((id) => ({ id, given: 'abcdef', seconds: 1000 }));
    expect(writeMemory(memory).length).toBeLessThan(4096);
  });

  it('begins a new try at the test with nothing drawn', () => {
    expect(nextAttempt({ ...handedIn('a'), percent: 0 })).toEqual({ attempt: 2, answers: [] });
  });

  it('draws anew when a question of a try that was begun is gone, and keeps the rest of one that is over', () => {
    const [, ...left] = bank;
    expect(withoutLostQuestions(handedIn('a', 'a', ''), left)).toEqual({ attempt: 1, answers: [] });
    expect(withoutLostQuestions({ ...handedIn('a', 'a', 'a'), percent: 100 }, left)).toEqual({
      attempt: 1,
      percent: 100,
      answers: answers('a', 'a', 'a').slice(1),
    });
  });
});

describe('how long it still takes', () => {
  it('counts the screen you are on, those not seen yet and the test', () => {
    const memory = { ...emptyMemory(), seen: ['one'] };
    expect(progressOf(course, memory, 'one', false)).toEqual({ left: 10, percent: 0 });
    expect(progressOf(course, memory, 'two', false)).toEqual({ left: 7, percent: 30 });
  });

  it('is never nothing before the answers are handed in', () => {
    const memory = { ...emptyMemory(), seen: ['one', 'two'], test: handedIn('a', 'a', 'a') };
    const { left, percent } = progressOf(course, memory, 'test/answers', false);
    expect(minutesInWords(left)).toBe('about a minute left');
    expect(percent).toBeLessThan(100);
  });

  it('is nothing for those who passed', () => {
    expect(progressOf(course, emptyMemory(), 'one', true)).toEqual({ left: 0, percent: 100 });
  });

  it('is told to the platform as a share that only a test makes whole, and no new try takes back', () => {
    const memory = { ...emptyMemory(), seen: ['one', 'two'] };
    expect(shareDone(course, emptyMemory(), false)).toBe(0);
    expect(shareDone(course, memory, false)).toBe(0.5);
    expect(shareDone(course, { ...memory, test: { ...handedIn('b', 'b', 'b'), percent: 0 } }, false)).toBe(1);
    expect(shareDone(course, { ...memory, test: { attempt: 2, answers: [] } }, false)).toBe(1);
  });
});

describe('what a check says', () => {
  const check = (kind: QuestionKind, right: string): Check => ({
    ...question(kind, right),
    feedback: { a: 'A.', b: 'B.', c: 'C.', 1: 'First.' },
    ifRight: 'Yes.',
    ifWrong: 'No.',
  });

  it.each([
    ['single', 'a', 'a', 'wise', 'That is right'],
    ['single', 'a', 'b', 'unwise', 'Not quite'],
    ['multiple', 'ac', 'a', 'partly', 'Right so far, but not all of them yet'],
    ['multiple', 'ac', 'ab', 'unwise', 'Not quite'],
    ['matching', 'cab', 'cba', 'partly', '1 of 3 is in the right place'],
    ['matching', 'cab', 'abc', 'unwise', 'Not quite'],
    ['ordering', 'bca', 'bac', 'partly', '1 of 3 is in the right place'],
    ['number', '28', '28', 'wise', 'That is right'],
    ['number', '28', '20', 'unwise', 'Not quite'],
  ] as const)('to %s, right %s, given %s: %s, "%s"', (kind, right, given, tone, verdict) => {
    expect(feedbackTo(check(kind, right), given, ['x', 'y', 'z'])).toMatchObject({ tone, verdict });
  });

  it('explains the pairs that fit, and does not give the others away', () => {
    const { html } = feedbackTo(check('matching', 'cab'), 'cba', ['Leader – x', 'Chair – y', 'Clerk – z']);
    expect(html).toContain('<b>Leader – x</b>: right. First.');
    expect(html).toContain('<b>Chair – y</b>: not this one.</li>');
  });
});

describe('answers in SCORM 1.2 and 2004', () => {
  const now = new Date(Date.UTC(2026, 10, 22, 9, 5, 7, 80));
  const words = (edition: typeof scorm12, asked: Question, given: string) => {
    const text = 'x'.repeat(300);
    const entries = edition.interaction(
      { question: asked, text, weight: 1, attempt: 2, given, right: false, seconds: 3 },
      now,
    );
    const all = Object.fromEntries(entries);
    return [all['correct_responses.0.pattern'], all.student_response ?? all.learner_response];
  };

  it.each([
    [question('multiple', 'ac'), 'ab', ['a,c', 'a,b'], ['a[,]c', 'a[,]b']],
    [question('true-false', 'a'), 'b', ['t', 'f'], ['true', 'false']],
    [question('matching', 'ba'), 'ab', ['1.b,2.a', '1.a,2.b'], ['1[.]b[,]2[.]a', '1[.]a[,]2[.]b']],
    [question('ordering', 'bac'), 'abc', ['b,a,c', 'a,b,c'], ['b[,]a[,]c', 'a[,]b[,]c']],
    [question('number', '0.3', { tolerance: 0.1 }), '7', ['0.3', '7'], ['0.2[:]0.4', '7']],
  ])('%j', (asked, given, in12, in2004) => {
    expect(words(scorm12, asked, given)).toEqual(in12);
    expect(words(scorm2004, asked, given)).toEqual(in2004);
  });

  it('have a number of their own for every try, and a text no longer than a platform keeps', () => {
    const entries = scorm2004.interaction(
      {
        question: question('single', 'a'),
        text: 'x'.repeat(300),
        weight: 1,
        attempt: 2,
        given: 'a',
        right: true,
        seconds: 3,
      },
      now,
    );
    expect(entries[0]).toEqual(['id', 'q.2']);
    expect(Object.fromEntries(entries).description).toHaveLength(250);
  });
});

describe('times', () => {
  it.each([
    [0, '0000:00:00.00', 'PT0S'],
    [59.999, '0000:01:00.00', 'PT1M0S'],
    [3661.25, '0001:01:01.25', 'PT1H1M1.25S'],
    [1e9, '9999:59:59.99', 'PT277777H46M40S'],
  ])('%d seconds is %s in SCORM 1.2 and %s in 2004', (seconds, in12, in2004) => {
    expect(timespan(seconds)).toBe(in12);
    expect(timeInterval(seconds)).toBe(in2004);
  });

  it('the time of day has two digits each', () => {
    expect(timeOfDay(new Date(2026, 10, 22, 9, 5, 7))).toBe('09:05:07');
  });

  it('a moment has its time zone behind a fraction of a second', () => {
    expect(timestamp(new Date(Date.UTC(2026, 10, 22, 9, 5, 7, 80)))).toBe('2026-11-22T09:05:07.0Z');
  });
});

describe('the stopwatch', () => {
  it('counts only while it runs, however often it is told to start or stop', () => {
    let now = 1000;
    const watch = new Stopwatch(() => now);
    now += 5000;
    watch.stop();
    watch.stop();
    now += 60_000;
    expect(watch.seconds).toBe(5);
    watch.start();
    watch.start();
    now += 2000;
    expect(watch.seconds).toBe(7);
  });
});
