import { type GatheredSession, gatherFrozenTalks } from './gathered-talks';
import type { FrozenSession } from './programme-facts';

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What has no day yet comes last. */
const NO_MONTH = 'Dates to be confirmed';

/** Sessions under the month of their first day, as they follow one another; a day of talks is one line. */
export function byMonth(sessions: readonly FrozenSession[]): { month: string; sessions: GatheredSession[] }[] {
  const months = new Map<string, GatheredSession[]>();
  for (const session of gatherFrozenTalks(sessions)) {
    const [first] = session.parts;
    const name = first ? month.format(new Date(`${first.on}T12:00:00Z`)) : NO_MONTH;
    months.set(name, [...(months.get(name) ?? []), session]);
  }
  return [...months].map(([name, its]) => ({ month: name, sessions: its }));
}
