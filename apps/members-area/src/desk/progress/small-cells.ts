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
 * @param also which are withheld in any case
 */
export function withhold(counts: readonly number[], also: readonly number[] = []): Cell[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < SMALLEST_CELL) return counts.map(() => undefined);
  const withheld = new Set([...also, ...counts.flatMap((count, index) => (count < SMALLEST_CELL ? [index] : []))]);
  if (withheld.size === 0) return [...counts];
  hideAmong(counts, withheld);
  return counts.map((count, index) => (withheld.has(index) ? undefined : count));
}

/** The same of rows of which the total of the first column is shown beside them: that gives nothing away either. */
export function withholdRows(rows: readonly (readonly number[])[]): Cell[][] {
  const firsts = rows.map(([first = 0]) => first);
  const withheld = new Set<number>();
  const cells = () => rows.map((counts, nth) => withhold(counts, withheld.has(nth) ? [0] : []));
  cells().forEach(([first], nth) => first === undefined && withheld.add(nth));
  // With a row's first figure goes another of the same row, never the first of another row.
  if (withheld.size > 0) hideAmong(firsts, withheld);
  return cells();
}

/** One figure alone, or two zeros, hide nothing: as many are withheld as make a sum that is itself large enough. */
function hideAmong(counts: readonly number[], withheld: Set<number>): void {
  const hidden = () => [...withheld].reduce((sum, index) => sum + counts[index]!, 0);
  while ((withheld.size < 2 || hidden() < SMALLEST_CELL) && withheld.size < counts.length)
    withheld.add(smallest(counts, withheld));
}

function smallest(counts: readonly number[], except: ReadonlySet<number>): number {
  const candidates = counts.flatMap((count, index) => (except.has(index) ? [] : [{ count, index }]));
  return candidates.reduce((least, candidate) => (candidate.count < least.count ? candidate : least)).index;
}
