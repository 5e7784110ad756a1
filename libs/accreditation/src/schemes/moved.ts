import type { ForecastRow } from './forecast';

/** In the place of a kind: the person was not concerned. */
export const NOTHING = 'nothing';

/** A row, with what was said before where that was something else. */
export type MovedRow = ForecastRow & { was?: string };

/** What is said now, beside what was said before. Whoever is not concerned any more has a row too, which says so. */
export function moved(before: readonly ForecastRow[], now: readonly ForecastRow[]): MovedRow[] {
  const old = new Map(before.map((row) => [row.personId, row]));
  const present = new Set(now.map(({ personId }) => personId));
  const rows = now.map((row) => {
    const was = old.get(row.personId);
    return was && same(was, row) ? row : { ...row, was: kindOf(was) };
  });
  const gone = before
    .filter(({ personId }) => !present.has(personId))
    .map((row): MovedRow => ({ ...row, kind: null, effect: { effect: undefined, also: [] }, was: kindOf(row) }));
  return [...rows, ...gone];
}

const kindOf = (row: ForecastRow | undefined): string => row?.kind ?? NOTHING;

/** Whatever comes back from the database has its facts in another order. */
const same = (a: ForecastRow, b: ForecastRow): boolean => written(a.effect) === written(b.effect);
const written = (facts: unknown): string =>
  JSON.stringify(facts, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
