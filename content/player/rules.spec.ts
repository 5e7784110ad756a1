import type { Course } from './browser/course';
import { isRight, markTest } from './browser/marking';
import { emptyMemory, nextAttempt, readMemory, writeMemory } from './browser/memory';
import { minutesInWords, progressOf } from './browser/minutes';
import { Stopwatch } from './browser/stopwatch';
import { timeOfDay, timespan } from './browser/time';

const question = (id: string, ...right: string[]) =>
  ({ id, kind: 'multiple', right, question: '', words: {}, explanation: '', screen: 'one' }) as const;

const course: Course = {
  slug: 'manners',
  version: '1',
  title: 'Manners',
  passMark: 80,
  testMinutes: 5,
  screens: [
    { id: 'one', title: 'One', minutes: 3 },
    { id: 'two', title: 'Two', minutes: 2 },
  ],
  checks: [],
  test: ['q1', 'q2', 'q3'].map((id) => ({ ...question(id), right: ['a'] })),
};

describe('marking', () => {
  it('takes exactly the right choices, no fewer and no more', () => {
    expect(isRight(question('q', 'a', 'c'), 'ac')).toBe(true);
    expect(isRight(question('q', 'a', 'c'), 'a')).toBe(false);
    expect(isRight(question('q', 'a', 'c'), 'abc')).toBe(false);
    expect(isRight(question('q', 'a'), '')).toBe(false);
  });

  it('never lets anybody pass by rounding', () => {
    const twoOfThree = { ...course, passMark: 67 };
    expect(markTest(twoOfThree, { q1: 'a', q2: 'a', q3: 'b' })).toEqual({
      right: 2,
      of: 3,
      percent: 66,
      passed: false,
    });
  });

  it('takes a question without an answer as not right', () => {
    expect(markTest(course, { q1: 'a' })).toMatchObject({ right: 1, passed: false });
  });
});

describe('the memory of the player', () => {
  it('comes back as it was', () => {
    const memory = emptyMemory();
    memory.seen.push('one');
    memory.checks.c1 = { chosen: 'ac', tries: 2 };
    memory.scenarios.s1 = 'b';
    memory.test = { attempt: 2, chosen: { q1: 'a' }, seconds: { q1: 9 }, percent: 70 };
    expect(readMemory(writeMemory(memory))).toEqual(memory);
  });

  it.each(['', 'null', '{', '[]', '"text"', '{"seen":3}'])('is empty when what was stored is %j', (stored) => {
    expect(readMemory(stored)).toEqual(emptyMemory());
  });

  it('begins a new try at the test with nothing filled in', () => {
    expect(nextAttempt({ attempt: 1, chosen: { q1: 'a' }, seconds: { q1: 3 }, percent: 0 })).toEqual({
      attempt: 2,
      chosen: {},
      seconds: {},
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
    const memory = { ...emptyMemory(), seen: ['one', 'two'] };
    memory.test.chosen = { q1: 'a', q2: 'a', q3: 'a' };
    const { left, percent } = progressOf(course, memory, 'test/answers', false);
    expect(minutesInWords(left)).toBe('about a minute left');
    expect(percent).toBeLessThan(100);
  });

  it('is nothing for those who passed', () => {
    expect(progressOf(course, emptyMemory(), 'one', true)).toEqual({ left: 0, percent: 100 });
  });
});

describe('times of SCORM 1.2', () => {
  it.each([
    [0, '0000:00:00.00'],
    [59.999, '0000:01:00.00'],
    [3661.25, '0001:01:01.25'],
    [1e9, '9999:59:59.99'],
  ])('%d seconds is %s', (seconds, expected) => expect(timespan(seconds)).toBe(expected));

  it('the time of day has two digits each', () => {
    expect(timeOfDay(new Date(2026, 10, 22, 9, 5, 7))).toBe('09:05:07');
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
