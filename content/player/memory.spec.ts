import { emptyMemory, nextAttempt, readMemory, withoutLostQuestions, writeMemory } from './browser/memory';
import { minutesInWords, progressOf, shareDone } from './browser/minutes';
import { answers, bank, course, handedIn } from './test/small-course';

describe('the memory of the player', () => {
  const full = () => {
    const memory = emptyMemory();
    memory.seen.push('one');
    memory.checks.c1 = { chosen: 'ac', tries: 2 };
    memory.scenarios.s1 = 'b';
    memory.met.push('greeting');
    memory.seed = 77;
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
    memory.seed = 2_147_483_646;
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
