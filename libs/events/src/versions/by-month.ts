import { said } from '@induct/platform';
import { readerMonth } from '../times/reader-times';
import { type GatheredSession, gatherFrozenTalks } from './gathered-talks';
import type { FrozenSession } from './programme-facts';

/** Sessions under the month of their first day, as they follow one another, what has no day yet last; a day of talks is one line. */
export function byMonth(sessions: readonly FrozenSession[]): { month: string; sessions: GatheredSession[] }[] {
  const months = new Map<string, GatheredSession[]>();
  for (const session of gatherFrozenTalks(sessions)) {
    const [first] = session.parts;
    const name = first ? readerMonth(first.on) : said('Dates to be confirmed');
    months.set(name, [...(months.get(name) ?? []), session]);
  }
  return [...months].map(([name, its]) => ({ month: name, sessions: its }));
}
