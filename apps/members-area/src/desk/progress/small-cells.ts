import { figure } from '../../words/counted';

/** Below this many people a figure could point at one of them (docs/security.md, “The database, records and logs”). */
export const SMALLEST_CELL = 5;

/** A count that stands alone, in words where it is small. */
export const smallFigure = (count: number): string =>
  count < SMALLEST_CELL ? `fewer than ${SMALLEST_CELL}` : figure(count);

/** A count that may be shown, or undefined when it is withheld. */
export type Cell = number | undefined;

/**
 * Withholds what is below the smallest cell. The row's total is known, so one withheld figure alone could be worked
 * out from the others: then the next smallest is withheld with it. A zero counts as small, because "nobody of 6 has
 * passed" says something about all six; so does a total below the limit.
 */
export function withhold(counts: readonly number[]): Cell[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < SMALLEST_CELL) return counts.map(() => undefined);
  const withheld = new Set(counts.flatMap((count, index) => (count < SMALLEST_CELL ? [index] : [])));
  if (withheld.size === 0) return [...counts];
  const hidden = () => [...withheld].reduce((sum, index) => sum + counts[index]!, 0);
  // Two zeros hide nothing either: the sum of what is withheld must itself be large enough.
  while ((withheld.size < 2 || hidden() < SMALLEST_CELL) && withheld.size < counts.length) {
    withheld.add(smallest(counts, withheld));
  }
  return counts.map((count, index) => (withheld.has(index) ? undefined : count));
}

function smallest(counts: readonly number[], except: ReadonlySet<number>): number {
  const candidates = counts.flatMap((count, index) => (except.has(index) ? [] : [{ count, index }]));
  return candidates.reduce((least, candidate) => (candidate.count < least.count ? candidate : least)).index;
}
