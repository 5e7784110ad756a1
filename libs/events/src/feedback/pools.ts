/** Below this many people a figure could point at one of them. */
export const SMALLEST_POOL = 5;

/** Answers that stand together: those of an option, or of several that follow each other. Never fewer than five. */
export interface Pool {
  /** The places of its options, from 0. */
  first: number;
  last: number;
  count: number;
}

/**
 * How many chose what, said in pools of five or more: options that follow each other are put together, from the first on, until
 * they have five answers; what is left over joins the pool before it. An option that nobody chose stands in a pool, too, so that
 * nothing is said of everybody. Of fewer than five answers there is none.
 * @param counts by the order of the options
 */
export function pooled(counts: readonly number[]): Pool[] {
  const pools: Pool[] = [];
  let open: Pool = { first: 0, last: -1, count: 0 };
  for (const [at, count] of counts.entries()) {
    open = { ...open, last: at, count: open.count + count };
    if (open.count < SMALLEST_POOL) continue;
    pools.push(open);
    open = { first: at + 1, last: at, count: 0 };
  }
  const before = pools.at(-1);
  if (before && open.last >= open.first)
    pools.splice(-1, 1, { first: before.first, last: open.last, count: before.count + open.count });
  return pools;
}

/**
 * How many chose one of the first options, and how many another, as far as what is published says it. Undefined where a pool
 * holds options of both. @param options how many of them are the first
 */
export function dividedAt(pools: readonly Pool[], options: number): { first: number; rest: number } | undefined {
  if (!pools.some(({ last }) => last === options - 1) || pools.at(-1)!.last === options - 1) return undefined;
  const sum = (some: readonly Pool[]) => some.reduce((all, { count }) => all + count, 0);
  return {
    first: sum(pools.filter(({ last }) => last < options)),
    rest: sum(pools.filter(({ first }) => first >= options)),
  };
}
