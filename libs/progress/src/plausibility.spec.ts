import fc from 'fast-check';
import { aTree } from '../../../test/support/given-learning';
import { isOverclaimed, joinTimes, type LaunchTimes } from './learning-time';
import { doubtsAbout } from './plausibility';

const SECOND = 100;
const tree = aTree({ one: {}, two: {} });
const pages = aTree({ one: { scormType: 'asset' }, two: { scormType: 'asset' } });
const launch = (number: number, elapsed: number, over = false): LaunchTimes => ({
  [number]: { seq: 1, elapsed, runs: { 1: elapsed }, ...(over && { over }) },
});
const anyLaunch = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 60 * SECOND }), fc.boolean())
  .map(([number, elapsed, over]) => launch(number, elapsed, over));

describe('a completion', () => {
  it('is doubted when it took less than ten seconds over all launches', () => {
    expect(doubtsAbout(tree, [launch(1, 3 * SECOND)])).toEqual(['quick']);
    expect(doubtsAbout(tree, [launch(1, 10 * SECOND)])).toEqual([]);
    expect(doubtsAbout(tree, [joinTimes(launch(1, 6 * SECOND), launch(2, 6 * SECOND))])).toEqual([]);
    // Two parts of one launch share its time.
    expect(doubtsAbout(tree, [launch(1, 6 * SECOND), launch(1, 7 * SECOND)])).toEqual(['quick']);
  });

  it('of pages that report nothing is never too quick', () => {
    expect(doubtsAbout(pages, [launch(1, 0)])).toEqual([]);
  });

  it('is doubted when more time is claimed than has passed, with two minutes of grace', () => {
    expect(isOverclaimed(180 * SECOND, 60 * SECOND)).toBe(false);
    expect(isOverclaimed(181 * SECOND, 60 * SECOND)).toBe(true);
    expect(doubtsAbout(tree, [launch(1, 60 * SECOND, true)])).toEqual(['more_time_than_passed']);
  });

  it('is doubted for the same reasons in whatever order its commits came, and however often', () => {
    fc.assert(
      fc.property(fc.array(anyLaunch, { minLength: 1 }), fc.infiniteStream(fc.nat()), (commits, random) => {
        const shuffled = [...commits, ...commits]
          .map((commit) => ({ commit, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ commit }) => commit);
        const merged = (all: LaunchTimes[]) => doubtsAbout(tree, [all.reduce(joinTimes, {})]);
        expect(merged(shuffled)).toEqual(merged(commits));
      }),
    );
  });

  it('never becomes too quick by more time, and a claim is never forgotten', () => {
    fc.assert(
      fc.property(fc.array(anyLaunch, { minLength: 1 }), anyLaunch, (commits, more) => {
        const before = commits.reduce(joinTimes, {});
        const [was, is] = [doubtsAbout(tree, [before]), doubtsAbout(tree, [joinTimes(before, more)])];
        expect(was.includes('quick') || !is.includes('quick')).toBe(true);
        expect(is.includes('more_time_than_passed') || !was.includes('more_time_than_passed')).toBe(true);
      }),
    );
  });
});
