import fc from 'fast-check';
import type { Activity, Standard } from '../activity/activity-tree';
import { readCmi } from './read-cmi';
import { percentage, percentInWords } from './score';

const sco: Activity = { id: 'item-1', title: 'One', href: 'index.html', scormType: 'sco', visible: true, children: [] };
const parts = (raw: string, min = '', max = '', scaled = '') => ({ raw, min, max, scaled });
const ended = (standard: Standard, score: object, activity: Partial<Activity>) =>
  readCmi(
    standard,
    standard === 'scorm_12'
      ? { core: { lesson_status: 'completed', score } }
      : { completion_status: 'completed', score },
    { ...sco, ...activity },
    true,
  );

describe('one scale for score and pass mark', () => {
  it.each([
    ['150', '200', 60, 75, 'passed'],
    ['110', '200', 60, 55, 'failed'],
    ['90', '200', 60, 45, 'failed'],
    ['10', '10', 80, 100, 'passed'],
    ['9', '10', 80, 90, 'passed'],
    ['7', '10', 80, 70, 'failed'],
    ['80', '100', 80, 80, 'passed'],
  ])('makes %s of %s points, with a mark of %i, %i %% and %s', (raw, max, masteryScore, score, success) => {
    expect(ended('scorm_12', { raw, min: '0', max }, { masteryScore })).toMatchObject({ score, success });
    const scaledPassingScore = masteryScore / 100;
    expect(ended('scorm_2004', { raw, min: '0', max }, { scaledPassingScore })).toMatchObject({ score, success });
  });

  it('makes nothing of points beyond 100 without a maximum: they may be out of anything', () => {
    expect(percentage(parts('150'))).toBeUndefined();
    expect(percentage(parts('150', '0', '100'))).toBe(100);
    expect(percentage(parts('90'))).toBe(90);
  });

  it('rounds nothing up to a mark that was not reached', () => {
    const given = ended('scorm_2004', { scaled: '0.79996' }, { scaledPassingScore: 0.8 });
    expect([given.success, percentInWords(given.score!)]).toEqual(['failed', '79.99%']);
    expect(percentage(parts('', '', '', '0.29'))).toBe(29);
    expect(percentage(parts('', '', '', '0.07'))).toBe(7);
  });

  const points = fc.integer({ min: 0, max: 100_000 }).map((value) => value / 100);
  const bounds = fc.tuple(points, points).filter(([min, max]) => min < max);
  const settings = { seed: 8, numRuns: 500 };

  it('is passed if and only if the percentage shown is the mark or more, whatever the points are out of', () => {
    const standard = fc.constantFrom<Standard>('scorm_12', 'scorm_2004');
    fc.assert(
      fc.property(
        standard,
        points,
        bounds,
        fc.integer({ min: 0, max: 10_000 }),
        (which, raw, [min, max], hundredths) => {
          const mark = hundredths / 100;
          const score = { raw: String(raw), min: String(min), max: String(max) };
          const read = ended(which, score, { masteryScore: mark, scaledPassingScore: mark / 100 });
          const shown = Number(percentInWords(read.score!).slice(0, -1));
          expect(read.success).toBe(shown >= mark ? 'passed' : 'failed');
        },
      ),
      settings,
    );
  });

  it('rises with the points and falls with the maximum', () => {
    fc.assert(
      fc.property(points, points, bounds, (one, other, [min, max]) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const of = (raw: number, most: number) => percentage(parts(String(raw), String(min), String(most)))!;
        expect(of(more, max)).toBeGreaterThanOrEqual(of(less, max));
        expect(of(more, max + 1)).toBeLessThanOrEqual(of(more, max));
      }),
      settings,
    );
  });
});
