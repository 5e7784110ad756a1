import { aModuleRow } from '../learning/module-row.given';
import { attemptResult, isOnOlderVersion, moduleView, timeInCell } from './module.view';
import type { ModulePageRow } from './modules.queries';

const attempt = {
  number: 1,
  version: 1,
  current: true,
  completion: 'incomplete' as const,
  success: 'unknown' as const,
  score: null,
  learningSeconds: 0,
  timeMeasured: false,
  startedAt: '2026-11-22T14:00:00Z',
  recordedAt: '2026-11-22T14:32:00Z',
  completedAt: null,
};

describe('learning time in a cell', () => {
  it.each([
    [0, 'Less than a minute'],
    [60, '1 minute'],
    [1500, '25 minutes'],
    [3600, '1 hour'],
    [7500, '2 hours 5 minutes'],
  ])('of %i seconds is %s', (seconds, words) => {
    expect(timeInCell(seconds)).toBe(words);
  });
});

describe('the result of an attempt', () => {
  it('is said in words', () => {
    expect(attemptResult(attempt)).toBe('Not finished');
    expect(attemptResult({ ...attempt, completion: 'not_attempted' })).toBe('Opened');
    expect(attemptResult({ ...attempt, success: 'failed', score: 60 })).toBe('Not passed, 60%');
    expect(attemptResult({ ...attempt, success: 'passed', score: 87.5, completedAt: attempt.recordedAt })).toBe(
      'Passed, 87.5%',
    );
    expect(attemptResult({ ...attempt, completedAt: attempt.recordedAt })).toBe('Completed');
  });
});

it('is on an older version while the last attempt is unfinished and another version is published', () => {
  const row = (given: Partial<typeof attempt>, published = true) =>
    isOnOlderVersion({ attempts: [{ ...attempt, ...given }], published } as ModulePageRow);
  expect(row({ current: false })).toBe(true);
  expect(row({ current: true })).toBe(false);
  expect(row({ current: false }, false)).toBe(false);
  expect(isOnOlderVersion({ attempts: [] as ModulePageRow['attempts'], published: true } as ModulePageRow)).toBe(false);
});

describe('a module’s page', () => {
  const row = {
    ...aModuleRow('commissioning', { core: false }),
    id: 'course',
    published: true,
    attempts: [],
    changes: [],
  };
  const requirement = (isAsked: boolean) => ({
    id: 'a',
    slug: 'commissioning',
    title: 'Commissioning',
    isAsked,
    isCore: false,
    met: undefined,
    ways: [{ kind: 'module' as const, courseId: 'course', validMonths: null }],
  });
  const steps = ['a', 'b'].map((need) => ({ title: need, need, met: false }));
  const view = (isAsked: boolean, paths = [{ name: 'Buying well', steps }]) =>
    moduleView({ ...row, learningSeconds: null, refreshed: false }, new Date(), {
      asked: [requirement(isAsked)],
      paths,
    });

  it('says that it is asked of somebody, core module or not, and which step it is', () => {
    expect(view(true)).toMatchObject({ isAsked: true, steps: ['Step 1 of 2 of Buying well'] });
    expect(view(false, [])).toMatchObject({ isAsked: false, steps: [] });
  });

  it('says that one need not take it who has met it in another way', () => {
    const met = { by: 'attendance', on: '2026-11-22', until: null } as const;
    const of = (completedAt: string | null, more: ReturnType<typeof requirement>[] = []) =>
      moduleView({ ...row, completedAt, learningSeconds: null, refreshed: false }, new Date(), {
        asked: [{ ...requirement(true), met }, ...more],
        paths: [],
      }).isMetOtherwise;
    expect([of(null), of('2026-11-22T14:00:00Z'), view(true).isMetOtherwise]).toEqual([true, false, false]);
    // A module for two things, of which the other is asked and open.
    expect([of(null, [requirement(true)]), of(null, [requirement(false)])]).toEqual([false, true]);
  });
});
