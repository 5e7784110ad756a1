import { aModuleRow } from '../learning/module-row.given';
import { minutesLeft, whatFits } from './what-fits';

const now = new Date('2026-11-22T14:32:00Z');
const saved = { completion: 'incomplete', recordedAt: '2026-11-20T10:00:00Z' } as const;

describe('what is left of a module', () => {
  it('is the share that is not done, and never nothing', () => {
    expect(minutesLeft(aModuleRow('a'))).toBe(20);
    expect(minutesLeft(aModuleRow('a', { ...saved, progress: 0.72 }))).toBe(6);
    expect(minutesLeft(aModuleRow('a', { ...saved, progress: 1 }))).toBe(1);
    expect(minutesLeft(aModuleRow('a', { minutes: null }))).toBeNull();
  });

  it('is all of it after a try that was not passed, until the next has begun', () => {
    const failed = { ...saved, success: 'failed', progress: 1 } as const;
    expect(minutesLeft(aModuleRow('a', failed))).toBe(20);
    const trying = { progress: 0.5, recordedAt: '2026-11-21T10:00:00Z' };
    expect(minutesLeft(aModuleRow('a', { ...failed, trying }))).toBe(10);
  });

  it('is all of what is to be taken again, whatever was done before it was renewed', () => {
    const retake = { dueOn: '2027-01-01', renewedAt: '2026-11-01T00:00:00Z', going: null };
    expect(minutesLeft(aModuleRow('a', { ...saved, progress: 1, retake }))).toBe(20);
  });
});

describe('what fits', () => {
  const rows = [
    aModuleRow('long', { minutes: 40 }),
    aModuleRow('short', { minutes: 15 }),
    aModuleRow('done', { minutes: 5, completedAt: '2026-11-01T10:00:00Z' }),
    aModuleRow('begun', { ...saved, minutes: 40, progress: 0.75 }),
    aModuleRow('unknown', { minutes: null }),
  ];

  it('can be finished in the time there is, what is begun before all else', () => {
    const { fits, longer } = whatFits(rows, 15, [], now);
    expect(fits.map(({ slug, left }) => [slug, left])).toEqual([
      ['begun', 10],
      ['short', 15],
    ]);
    expect(longer?.slug).toBe('long');
  });

  it('may be nothing, and then there is something to begin', () => {
    const { fits, longer } = whatFits(rows, 5, [], now);
    expect(fits).toEqual([]);
    expect(longer).toMatchObject({ slug: 'begun', left: 10 });
  });

  it('is nothing at all when everything is done', () => {
    expect(whatFits([rows[2]!], 60, [], now)).toEqual({ fits: [], longer: undefined });
  });
});
