import type { OfferedSession } from '@induct/events';
import { type Day, daysLater, said } from '@induct/platform';
import { timesOfDay, weekdayAndDate } from '../../words/session-times';
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

/** Where somebody has a place next. */
function ownView(session: OfferedSession, needed: Needed, today: Day) {
  const day = session.parts.find(({ on }) => on >= today)!.on;
  const times = timesOfDay(session.parts.filter(({ on }) => on === day)) ?? said('time to be confirmed');
  const { where } = sessionView(session, `/programme/${session.slug}`, needed, today);
  const called = day === today ? said('Today') : day === daysLater(today, 1) ? said('Tomorrow') : weekdayAndDate(day);
  return {
    title: session.title,
    href: `/bookings/${session.places.own!.id}`,
    when: `${called}, ${times}`,
    where,
    /** Today or tomorrow: nothing on the page is more pressing. */
    isSoon: day <= daysLater(today, 1),
    isToday: day === today,
  };
}

/** What comes, for the home page: where one has a place, what can be booked that meets what is still needed, or else what is next. */
export function sessionsView(offered: readonly OfferedSession[], needed: Needed, today: Day) {
  const topics = needsInOrder(needed);
  const next = offered.find(
    ({ places, parts }) => places.own?.state === 'booked' && parts.some(({ on }) => on >= today),
  );
  const own = next && ownView(next, needed, today);
  // What stands at the top of the page already is not said again.
  const useful = usefulSessions(offered, topics).filter((one) => one !== next || !own?.isSoon);
  return {
    soon: own?.isSoon ? own : undefined,
    own: own && !own.isSoon && !useful.includes(next!) ? own : undefined,
    useful: useful.map((session) => {
      const href = `/programme/${session.slug}`;
      const { countsFor: _, ...shown } = sessionView(session, href, needed, today);
      return { ...shown, title: session.title, href, booking: placesView(session.id, session.places) };
    }),
    session:
      useful.length > 0
        ? undefined
        : nextOfAll(
            offered.filter((one) => one !== next),
            topics.filter((topic) => !next?.parts.some((part) => part.topics.includes(topic))),
          ),
  };
}
