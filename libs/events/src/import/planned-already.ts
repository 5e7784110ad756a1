import type { Day } from '@induct/platform';
import { printTimes, type Times } from '../times/read-times';
import type { CalendarNow } from './calendar-now';
import { foldTitle } from './fold-title';
import type { ReadRow } from './read-row';

const keyOf = (on: Day | null, times: readonly Times[], folded: string): string =>
  `${on ?? 'open'} ${printTimes(times)} ${folded}`;

/** Knows what is planned by date, time and title. */
export function plannedAlready({ planned, events, fixed }: CalendarNow) {
  const sessions = new Set(planned.map(({ on, times, title }) => keyOf(on, times, foldTitle(title ?? ''))));
  // Of an event that there is nothing is changed.
  const described = new Set(events.map(({ title }) => foldTitle(title)));
  const dates = new Set(fixed.map(({ on, title }) => keyOf(on, [], foldTitle(title))));
  return (row: ReadRow): { isPlanned: boolean; newRuns: Times[][] } => {
    const { what, day, runs, folded } = row;
    if (what === 'fixed') return { isPlanned: dates.has(keyOf(day, [], folded)), newRuns: [] };
    if (what === 'describes') return { isPlanned: described.has(folded), newRuns: [] };
    // Two stretches may be planned as one session.
    if (sessions.has(keyOf(day, runs.flat(), folded))) return { isPlanned: true, newRuns: [] };
    const newRuns = runs.filter((times) => !sessions.has(keyOf(day, times, folded)));
    return { isPlanned: newRuns.length === 0, newRuns };
  };
}
