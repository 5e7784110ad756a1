import type { OfferedSession } from '@induct/events';
import type { Day } from '@induct/platform';
import { placesView } from '../bookings/places.view';
import { nextOfAll } from '../programme/next-session';
import { sessionView } from '../programme/session.view';
import { isOpen, type Needed } from '../programme/what-it-meets';
import { usefulSessions } from './useful-sessions';

/** Topics that somebody still needs, what is due first first. */
function needsInOrder({ asked, due }: Needed): string[] {
  const dueAt = (id: string) => {
    const at = due.findIndex(({ needs }) => needs.includes(id));
    return at < 0 ? due.length : at;
  };
  return asked
    .filter(isOpen)
    .toSorted((a, b) => dueAt(a.id) - dueAt(b.id))
    .map(({ slug }) => slug);
}

/** What comes, for the home page: what can be booked that meets what is still needed, or else what is next. */
export function sessionsView(offered: readonly OfferedSession[], needed: Needed, today: Day) {
  const topics = needsInOrder(needed);
  const useful = usefulSessions(offered, topics).map((session) => {
    const href = `/programme/${session.slug}`;
    const { countsFor: _, ...shown } = sessionView(session, href, needed, today);
    return { ...shown, title: session.title, href, booking: placesView(session.id, session.places) };
  });
  return { useful, session: useful.length > 0 ? undefined : nextOfAll(offered, topics) };
}
