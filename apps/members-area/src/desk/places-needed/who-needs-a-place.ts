import type { MissingRow } from '@induct/accreditation';
import type { BookingStanding, PlannedSession } from '@induct/events';

/** A topic that somebody is still asked for, and who of them has no place for it. */
export interface TopicNeeded {
  slug: string;
  title: string;
  /** Of how many it is asked and not shown. */
  missing: number;
  /** Who of them have neither a place at a session about it nor wait for one: by name. */
  people: MissingRow[];
  /** About it, and still to be booked: the earliest first. */
  sessions: PlannedSession[];
}

export type Booked = Pick<BookingStanding, 'sessionId'> & { personId: string };

/**
 * @param missing by title, then by name
 * @param sessions still to be booked, by their beginning
 * @param booked who has a place at them, or waits for one
 */
export function whoNeedsAPlace(
  missing: readonly MissingRow[],
  sessions: readonly PlannedSession[],
  booked: readonly Booked[],
): TopicNeeded[] {
  const placed = new Map<string, Set<string>>();
  for (const { sessionId, personId } of booked)
    placed.set(sessionId, (placed.get(sessionId) ?? new Set<string>()).add(personId));
  const slugs = [...new Set(missing.map(({ slug }) => slug))];
  return slugs.map((slug) => {
    const rows = missing.filter((row) => row.slug === slug);
    const about = sessions.filter(({ parts }) => parts.some(({ topics }) => topics.includes(slug)));
    const people = rows.filter(({ personId }) => about.every(({ id }) => !placed.get(id)?.has(personId)));
    return { slug, title: rows[0]!.title, missing: rows.length, people, sessions: about };
  });
}
