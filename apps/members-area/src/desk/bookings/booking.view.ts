import type { Booking, PlannedSession, SessionBooking } from '@induct/events';
import { britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { figure } from '../../words/counted';
import { calledSession } from '../programme/session/session.view';
import { partInWords, placesInWords, sessionHref, weekdayAndDate, whereInWords } from '../programme/session.words';
import { asWhom, nameOf, SEAT_NAMES } from './booking.words';
import { peopleHref } from './people-filter';
import type { Rehearsed } from '../rehearsal/rehearsal';

const common = (session: PlannedSession, booking: SessionBooking) => ({
  base: `${peopleHref(session.id)}/${booking.id}`,
  people: peopleHref(session.id),
  href: sessionHref(session.id),
  session: calledSession(session),
  name: nameOf(booking),
  called: { id: calledSession(session), booking: nameOf(booking) },
});

const placeOf = ({ state, ahead }: Pick<Booking, 'state' | 'ahead'>): string =>
  state === 'booked' ? 'They have a place' : `They wait for a place, as number ${figure((ahead ?? 0) + 1)} in the list`;

/** One booking, and what may be done with it. */
export const bookingView = (session: PlannedSession, booking: SessionBooking, mayBook: boolean) => ({
  ...common(session, booking),
  facts: [
    ['Place', placeOf(booking)],
    ['As', asWhom(booking)],
    ['Where', SEAT_NAMES[booking.seat]],
    ['Booked', britishTimeAndDate(booking.bookedAt)],
    ['From the waiting list', booking.promotedAt && britishTimeAndDate(booking.promotedAt)],
    ['Email address', booking.email],
  ].flatMap(([key, value]) => (value ? [{ key, value }] : [])),
  member: booking.personId && `/admin/members/${booking.personId}`,
  mayMove: mayBook && booking.personId !== null,
});

/** Before it is cancelled for somebody. */
export const cancelView = (
  session: PlannedSession,
  booking: SessionBooking,
  { letters, later }: Rehearsed<Booking>,
) => ({
  ...common(session, booking),
  says:
    booking.state === 'booked'
      ? 'Their place is free from then on, and goes to whoever waits first.'
      : 'They wait for a place no longer.',
  letters,
  later,
});

const dateOf = (session: PlannedSession): string =>
  session.parts[0] ? weekdayAndDate(session.parts[0].on) : 'A date to be confirmed';

/** The other dates they can be booked for instead. */
export const moveView = (
  session: PlannedSession,
  booking: SessionBooking,
  others: readonly PlannedSession[],
  form: Fields,
  problems: FormProblems,
) => ({
  ...common(session, booking),
  dates: others.map((other) => ({
    value: other.id,
    text: dateOf(other),
    checked: form['to'] === other.id,
    hint: { text: [...other.parts.map(partInWords), whereInWords(other), placesInWords(other.pools)].join('. ') },
  })),
  form,
  ...problems,
});

/** What comes of it, before it is done. */
export const moveCheckView = (
  session: PlannedSession,
  booking: SessionBooking,
  { other, result, letters, later }: Rehearsed<Booking> & { other: PlannedSession },
) => ({
  ...common(session, booking),
  check: {
    to: other.id,
    says: `${dateOf(other)}: ${placeOf(result).replace('They', 'they')}. Their booking of ${dateOf(session)} ends.`,
    letters,
    later,
  },
  message: {},
});
