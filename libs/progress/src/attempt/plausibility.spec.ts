import fc from 'fast-check';
import { aTree } from '../../../../test/support/given-learning';
import { isOverclaimed, joinTimes, type LaunchTimes } from './learning-time';
import { type CompletedToday, doubtsAbout, doubtsAboutDay, timeOnTheWall, type Visit, visitsOf } from './plausibility';

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

const MINUTE = 60 * SECOND;
const visit = (from: number, elapsed: number, claimed = elapsed): Visit => ({ from, elapsed, claimed });

describe('a person’s day', () => {
  it('is doubted when eleven modules are completed in 23 seconds, each with its two minutes of grace', () => {
    const forged = Array.from({ length: 11 }, (_, nth) => [visit(nth * SECOND, 12 * SECOND, 132 * SECOND)]);
    expect(doubtsAboutDay(forged)).toEqual(['quick_day', 'more_time_than_passed_day']);
  });

  it('is believed of somebody who learns all day, in one tab or in two', () => {
    const oneByOne = Array.from({ length: 11 }, (_, nth) => [visit(nth * 15 * MINUTE, 12 * MINUTE)]);
    const sideBySide = [[visit(0, 30 * MINUTE)], [visit(10 * MINUTE, 20 * MINUTE)]];
    const overDays = Array.from({ length: 3 }, (_, nth) => [
      visit(nth * 10 * MINUTE, 10 * MINUTE),
      visit(90_000_000 + nth, 5 * SECOND),
    ]);
    expect([oneByOne, sideBySide, overDays].map(doubtsAboutDay)).toEqual([[], [], []]);
  });

  it('of one completion is for the completion’s own rule', () => {
    expect(doubtsAboutDay([[visit(0, 0, 1_000_000)]])).toEqual([]);
  });

  const visits = fc.record({
    from: fc.integer({ min: 0, max: 8_640_000 }),
    elapsed: fc.integer({ min: 0, max: 60 * MINUTE }),
    claimed: fc.integer({ min: 0, max: 90 * MINUTE }),
  });
  const days = fc.array<CompletedToday>(fc.array(visits, { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 12,
  });
  const settings = { seed: 8, numRuns: 300 };

  it('never has more time on the wall than its launches together, nor less than the longest', () => {
    fc.assert(
      fc.property(fc.array(visits), (all) => {
        const wall = timeOnTheWall(all);
        expect(wall).toBeLessThanOrEqual(all.reduce((sum, { elapsed }) => sum + elapsed, 0));
        expect(wall).toBeGreaterThanOrEqual(Math.max(0, ...all.map(({ elapsed }) => elapsed)));
      }),
      settings,
    );
  });

  it('is judged the same in whatever order, and is never believed because more was claimed or completed in no time', () => {
    fc.assert(
      fc.property(days, (day) => {
        const doubts = doubtsAboutDay(day);
        expect(doubtsAboutDay(day.toReversed())).toEqual(doubts);
        const more = day.map((launches) => launches.map((one) => ({ ...one, claimed: one.claimed + MINUTE })));
        expect(doubtsAboutDay(more)).toEqual(expect.arrayContaining(doubts));
        expect(doubtsAboutDay([...day, [visit(0, 0, 0)]])).toEqual(expect.arrayContaining(doubts));
      }),
      settings,
    );
  });

  it('is never doubted for time when no launch claims more than it was open and all are one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: MINUTE, max: 60 * MINUTE }), { minLength: 2 }), (lengths) => {
        let from = 0;
        const day = lengths.map((elapsed) => {
          from += elapsed;
          return [visit(from - elapsed, elapsed)];
        });
        expect(doubtsAboutDay(day)).toEqual([]);
      }),
      settings,
    );
  });

  it('is read from what the launches have reported', () => {
    const times: LaunchTimes[] = [
      { 1: { seq: 1, elapsed: 500, runs: { 1: 300, 2: 200 } }, 2: { seq: 2, elapsed: 100, runs: { 1: 100 } } },
      { 1: { seq: 3, elapsed: 900, runs: { 3: 400 } } },
    ];
    expect(
      visitsOf(
        new Map([
          [1, 1_000],
          [2, 5_000],
        ]),
        times,
      ),
    ).toEqual([visit(1_000, 900), visit(5_000, 100)]);
  });
});
