import fc from 'fast-check';
import type { AwardEvidence } from './award-evidence';
import { learningSecondsOf } from './learning-seconds';

const AT = new Date('2026-11-29T12:00:00Z');
const aModule = (learningSeconds: number): AwardEvidence => ({
  title: 'Finance',
  courseId: 'finance',
  completedAt: AT,
  score: null,
  learningSeconds,
  versionId: null,
});
const shown = (attended?: { sessionId: string; part: number; seconds: number }[]): AwardEvidence => ({
  title: 'Conduct',
  kind: 'attendance',
  requirementId: 'conduct',
  completedAt: AT,
  score: null,
  learningSeconds: 0,
  ...(attended && { attended }),
});
const part = (sessionId: string, number: number, hours: number) => ({ sessionId, part: number, seconds: hours * 3600 });

describe('how long somebody has learned for an award', () => {
  it.each<[string, AwardEvidence[], number]>([
    ['nothing, of nothing', [], 0],
    ['a module, as it was counted', [aModule(1500)], 1500],
    ['a morning and an afternoon', [shown([part('a', 1, 3), part('a', 2, 3)])], 6 * 3600],
    ['a morning that shows two things, once', [shown([part('a', 1, 3)]), shown([part('a', 1, 3)])], 3 * 3600],
    ['the same part of two sessions, twice', [shown([part('a', 1, 3)]), shown([part('b', 1, 2)])], 5 * 3600],
    ['a module and a morning', [aModule(1500), shown([part('a', 1, 3)])], 3 * 3600 + 1500],
    ['nothing of what was frozen before that was counted', [shown(), aModule(60)], 60],
  ])('is %s', (_, evidence, seconds) => {
    expect(learningSecondsOf(evidence)).toBe(seconds);
  });

  it('does not go by the order, nor by how what was attended is shared out among what it shows', () => {
    const parts = fc.uniqueArray(
      fc.record({
        sessionId: fc.constantFrom('a', 'b', 'c'),
        part: fc.integer({ min: 1, max: 4 }),
        seconds: fc.nat(86_400),
      }),
      { selector: (one) => `${one.sessionId} ${one.part}` },
    );
    fc.assert(
      fc.property(parts, fc.array(fc.array(fc.nat(11))), fc.array(fc.nat(10_000)), (all, shares, modules) => {
        const spread = shares.map((share) => shown(share.flatMap((at) => all[at] ?? [])));
        const evidence = [shown(all), ...spread, ...modules.map(aModule)];
        const expected = [...all.map(({ seconds }) => seconds), ...modules].reduce((sum, one) => sum + one, 0);
        expect(learningSecondsOf(evidence)).toBe(expected);
        expect(learningSecondsOf(evidence.toReversed())).toBe(expected);
      }),
    );
  });
});
