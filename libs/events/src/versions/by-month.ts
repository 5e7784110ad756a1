import type { FrozenSession } from './programme-facts';

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What has no day yet comes last. */
const NO_MONTH = 'Dates to be confirmed';

/** Sessions under the month of their first day, as they follow one another. */
export function byMonth(sessions: readonly FrozenSession[]): { month: string; sessions: FrozenSession[] }[] {
  const months = new Map<string, FrozenSession[]>();
  for (const session of sessions) {
    const [first] = session.parts;
    const name = first ? month.format(new Date(`${first.on}T12:00:00Z`)) : NO_MONTH;
    months.set(name, [...(months.get(name) ?? []), session]);
  }
  return [...months].map(([name, its]) => ({ month: name, sessions: its }));
}
