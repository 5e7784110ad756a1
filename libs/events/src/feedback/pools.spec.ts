import { array, assert, nat, pre, property } from 'fast-check';
import { dividedAt, type Pool, pooled, SMALLEST_POOL } from './pools';

/** Everything that could have been answered: so many options, so many answers. */
function* tables(options: number, answers: number): Generator<number[]> {
  if (options === 1) return yield [answers];
  for (let first = 0; first <= answers; first++)
    for (const rest of tables(options - 1, answers - first)) yield [first, ...rest];
}

describe('answers in pools of five', () => {
  it.each([
    [
      [12, 6, 5],
      [12, 6, 5],
    ],
    [
      [12, 6, 2, 0, 0],
      [12, 8],
    ],
    [
      [1, 2, 3, 9],
      [6, 9],
    ],
    [[9, 0, 0], [9]],
    [[3, 12, 1], [16]],
    [[2, 2], []],
  ])('%j are shown as %j', (counts, shown) => {
    expect(pooled(counts).map(({ count }) => count)).toEqual(shown);
  });

  it('name every option once, in its order, and every answer', () => {
    assert(
      property(array(nat(12), { minLength: 1, maxLength: 6 }), (counts) => {
        const pools = pooled(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        pre(total >= SMALLEST_POOL);
        expect(pools.flatMap(({ first, last }) => [first, last])).toEqual(
          pools.flatMap(({ last }, at) => [at === 0 ? 0 : pools[at - 1]!.last + 1, last]),
        );
        expect(pools.at(-1)!.last).toBe(counts.length - 1);
        for (const { first, last, count } of pools) {
          expect(count).toBe(counts.slice(first, last + 1).reduce((sum, one) => sum + one, 0));
          expect(count).toBeGreaterThanOrEqual(SMALLEST_POOL);
        }
      }),
    );
  });

  it.each([2, 3, 4, 5])(
    'let nobody work out a figure below five, whoever knows how they are made: %d options',
    (options) => {
      const betrayed: Set<number>[] = [];
      for (let answers = 0; answers <= 17; answers++) {
        // All that is published: the pools and their sum. Whoever reads it can go through everything that would be published so.
        const alike = new Map<string, Set<number>[]>();
        for (const counts of tables(options, answers)) {
          const key = JSON.stringify(pooled(counts));
          const possible = alike.get(key) ?? counts.map(() => new Set<number>());
          for (const [at, count] of counts.entries()) possible[at]!.add(count);
          alike.set(key, possible);
        }
        // Of fewer than five not even how many they were is said.
        for (const [key, possible] of alike)
          if (key !== '[]') betrayed.push(...possible.filter((one) => one.size === 1 && [...one][0]! < SMALLEST_POOL));
      }
      expect(betrayed).toEqual([]);
    },
  );

  it('are divided only where one ends, and so the sums of several sessions say no more than each', () => {
    const pools: Pool[] = pooled([12, 6, 2, 0, 7]);
    expect(pools).toEqual([
      { first: 0, last: 0, count: 12 },
      { first: 1, last: 1, count: 6 },
      { first: 2, last: 4, count: 9 },
    ]);
    expect([1, 2, 3, 5].map((options) => dividedAt(pools, options))).toEqual([
      { first: 12, rest: 15 },
      { first: 18, rest: 9 },
      undefined,
      undefined,
    ]);
    expect(dividedAt([], 1)).toBeUndefined();
  });
});
