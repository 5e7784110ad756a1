import {
  EVENT_KIND_NAMES,
  forWhomInWords,
  type FrozenSession,
  type ProgrammeFacts,
  timesOf,
  whereInWords,
} from '@induct/events';
import type { Column } from '../../lists/list';

/** A day of a session; null: it has none yet. */
export interface ProgrammeRow {
  on: string | null;
  session: FrozenSession;
}

/** By day, what has none last. */
export function programmeRows({ sessions }: ProgrammeFacts): ProgrammeRow[] {
  const rows = sessions.flatMap((session): ProgrammeRow[] => {
    const days = [...new Set(session.parts.map(({ on }) => on))];
    return days.length === 0 ? [{ on: null, session }] : days.map((on) => ({ on, session }));
  });
  return rows.toSorted((a, b) => ((a.on ?? '~') < (b.on ?? '~') ? -1 : (a.on ?? '~') > (b.on ?? '~') ? 1 : 0));
}

/** What everybody may know of a session. */
export const PROGRAMME: readonly Column<ProgrammeRow>[] = [
  { head: 'Date', file: ({ on }) => on },
  { head: 'Time', file: ({ on, session }) => (on === null ? null : timesOf(session.parts, on)) },
  { head: 'Title', file: ({ session }) => session.title },
  { head: 'Kind', file: ({ session }) => EVENT_KIND_NAMES[session.kind] },
  { head: 'State', file: ({ session }) => session.state },
  { head: 'Place', file: ({ session }) => whereInWords(session) },
  { head: 'For', file: ({ session }) => forWhomInWords(session) },
  { head: 'Mandatory', file: ({ session }) => (session.mandatory ? 'yes' : 'no') },
  { head: 'Series', file: ({ session }) => session.series },
  { head: 'About', file: ({ session }) => session.about },
  { head: 'Outcomes', file: ({ session }) => session.outcomes.join('; ') },
  { head: 'To bring', file: ({ session }) => session.bring ?? null },
];
