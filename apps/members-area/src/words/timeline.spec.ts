import type { Moment, PartNow, Turn } from '@induct/progress';
import type { Activity, ActivityTree } from '@induct/scorm';
import { momentsInWords, standsInWords } from './timeline';

const at = (hour: number, minutes: number, day = 22) => new Date(Date.UTC(2026, 10, day, hour, minutes));
const treeOf = (...parts: Partial<Activity>[]) =>
  ({
    root: {
      id: 'root',
      children: parts.map((part, nth) => ({
        id: String(nth),
        title: `Part ${nth}`,
        href: 'index.html',
        scormType: 'sco',
        visible: true,
        children: [],
        ...part,
      })),
    },
  }) as unknown as ActivityTree;
const one = treeOf({ masteryScore: 80 });
const several = treeOf({ title: 'Interests' }, { title: 'The test', masteryScore: 80 });

const part = (given: Partial<PartNow> = {}): PartNow => ({
  completion: 'incomplete',
  success: 'unknown',
  awaitsResult: false,
  ...given,
});
const turn = (given: Partial<Turn>): Turn => ({
  kind: 'turn',
  at: at(14, 10),
  sco: '0',
  before: part(),
  after: part(),
  closed: false,
  completes: false,
  wasComplete: false,
  ...given,
});
const words = (moment: Moment, tree = one, told: 'you' | 'they' = 'you') => {
  const line = momentsInWords({ tree }, told)(moment);
  return `${line.at} ${line.words}`;
};
const failed = part({ completion: 'completed', success: 'failed', score: 70 });
const passed = part({ completion: 'completed', success: 'passed', score: 90 });
const done = part({ completion: 'completed' });

describe('what happened, in words', () => {
  it('is an opening', () => {
    expect(words({ kind: 'opening', at: at(14, 2), isKept: true })).toBe('14:02 You opened the module.');
    expect(words({ kind: 'opening', at: at(14, 2), isKept: false }, one, 'they')).toBe(
      '14:02 They opened the module. What was saved then is no longer kept save by save. What it came to still counts.',
    );
  });

  it.each([
    [46, part({ progress: 0.2 }), part({ progress: 0.7 }), one, '14:02 to 14:31 46 saves, from 20% to 70%'],
    [2, part({ progress: 0.7 }), part({ progress: 0.7 }), one, '14:02 to 14:31 2 saves, 70% done'],
    [3, part({ score: 10 }), part({ score: 40 }), one, '14:02 to 14:31 3 saves, score from 10% to 40%'],
    [1200, part(), part(), one, '14:02 to 14:31 1,200 saves'],
    [1, part(), part({ progress: 0.5 }), several, '14:02 to 14:31 1 save in “Interests”, 50% done'],
  ])('is a quiet stretch of %i', (count, before, after, tree, says) => {
    expect(words({ kind: 'saves', at: at(14, 2), until: at(14, 31), count, sco: '0', before, after }, tree)).toBe(says);
  });

  it('says of a stretch when it ended, where that was later', () => {
    const saves = { kind: 'saves' as const, count: 2, sco: '0', before: part(), after: part() };
    expect(words({ ...saves, at: at(14, 2), until: at(14, 2) })).toBe('14:02 2 saves');
    expect(words({ ...saves, at: at(23, 50), until: at(0, 10, 23) })).toBe(
      '23:50 to 00:10 on 23 November 2026 2 saves',
    );
  });

  it.each<[string, Partial<Turn>, ActivityTree]>([
    ['You closed the module. It asks for 80%; you had 70%.', { closed: true, after: failed }, one],
    ['It asks for 80%; you had 70%.', { after: failed }, one],
    ['“The test” asks for 80%; you had 70%.', { sco: '1', after: failed }, several],
    ['You closed “The test”. It asks for 80%; you had 70%.', { sco: '1', closed: true, after: failed }, several],
    ['You closed “Interests”. It was not passed, with 70%.', { closed: true, after: failed }, several],
    ['It asks for 80%, and was not passed.', { after: { ...failed, score: undefined } }, one],
    ['You passed the test with 90%. With this the module was complete.', { after: passed, completes: true }, one],
    ['You closed the module. With this the module was complete.', { closed: true, after: done, completes: true }, one],
    ['“Interests” was finished.', { after: done }, several],
    [
      'You closed the module. Its end was reached, but its test has no result yet.',
      { closed: true, after: part({ awaitsResult: true }) },
      one,
    ],
    ['You closed the module. 40% of it was done.', { closed: true, after: part({ progress: 0.4 }) }, one],
    ['You closed the module. It had not said that it was finished.', { closed: true }, one],
    [
      'You closed the module. It was complete before.',
      { closed: true, after: done, before: done, wasComplete: true },
      one,
    ],
    ['You closed “Interests”. It was finished before.', { closed: true, after: done, before: done }, several],
    ['The test was not passed. The module was complete before: that stays.', { after: failed, wasComplete: true }, one],
  ])('is a turn: %s', (says, given, tree) => {
    expect(words(turn(given), tree)).toBe(`14:10 ${says}`);
  });

  it('is told to others as what they did', () => {
    expect(words(turn({ closed: true, after: failed }), one, 'they')).toBe(
      '14:10 They closed the module. It asks for 80%; they had 70%.',
    );
  });
});

describe('what an attempt has come to', () => {
  it.each([
    [
      { completion: 'completed', success: 'passed', score: 90 },
      at(14, 10),
      'Complete since 14:10 on 22 November 2026, with 90%.',
    ],
    [
      { completion: 'completed', success: 'failed', score: 70 },
      null,
      'Not complete: the test is not passed, with 70%.',
    ],
    [{ completion: 'incomplete', success: 'unknown', progress: 0.4 }, null, 'Not complete yet: 40% is done.'],
    [{ completion: 'incomplete', success: 'unknown' }, null, 'Not complete yet.'],
    [
      { completion: 'not_attempted', success: 'unknown' },
      null,
      'Opened. The module has not saved yet that it was begun.',
    ],
  ] as const)('is said in a sentence: %#', (stored, completedAt, says) => {
    expect(standsInWords({ stored, completedAt })).toBe(says);
  });
});
