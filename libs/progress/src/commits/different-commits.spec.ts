import fc from 'fast-check';
import { DifferentCommits, type DifferentNote } from './different-commits';

const minute = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 14, minutes));
const commit = (launchId: string, seq = 1) => ({ personId: 'ada', launchId, seq, sco: 'one' });

describe('commits refused as different', () => {
  it('are written down at once when they are the first of their launch, and counted for an hour', () => {
    const commits = new DifferentCommits();
    expect(commits.refused(commit('a', 5), minute(0))).toEqual([commit('a', 5)]);
    expect(commits.refused(commit('a', 6), minute(1))).toEqual([]);
    expect(commits.refused(commit('b', 7), minute(2))).toEqual([commit('b', 7)]);
    expect(commits.refused(commit('a', 8), minute(59))).toEqual([]);
    expect(commits.refused(commit('a', 9), minute(60))).toEqual([{ ...commit('a', 5), more: 2 }, commit('a', 9)]);
    expect(commits.refused(commit('a', 10), minute(61))).toEqual([]);
    expect(commits.rest()).toEqual([{ ...commit('a', 9), more: 1 }]);
  });

  it('make at most two notes for each launch and hour, and none is left out of the count', () => {
    const launch = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.tuple(launch, fc.integer({ min: 0, max: 20 })), { maxLength: 200 }), (arrivals) => {
        const commits = new DifferentCommits();
        const notes: DifferentNote[] = [];
        let now = 0;
        for (const [launchId, minutes] of arrivals) {
          now += minutes;
          notes.push(...commits.refused(commit(launchId), minute(now)));
        }
        notes.push(...commits.rest());
        const counted = notes.reduce((sum, { more = 1 }) => sum + more, 0);
        expect(counted).toBe(arrivals.length);
        const hours = Math.floor(now / 60) + 1;
        for (const id of ['a', 'b', 'c']) {
          expect(notes.filter(({ launchId }) => launchId === id).length).toBeLessThanOrEqual(2 * hours);
        }
      }),
    );
  });

  it('are remembered of ten thousand launches at most', () => {
    const commits = new DifferentCommits();
    for (let launch = 0; launch < 10_000; launch++) {
      for (const seq of [1, 2]) commits.refused(commit(`launch ${launch}`, seq), minute(0));
    }
    expect(commits.refused(commit('one more'), minute(1))).toEqual([
      { ...commit('launch 0'), more: 1 },
      commit('one more'),
    ]);
  });
});
