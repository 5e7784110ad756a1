import type { Booking, OwnClash, PlannedSession } from '@induct/events';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { Who } from '../../forms/who';
import { figure } from '../../words/counted';
import { calledSession } from '../programme/session/session.view';
import { clashInWords, sessionHref } from '../programme/session.words';
import { SEAT_NAMES } from './booking.words';
import { peopleHref } from './people-filter';
import type { Rehearsed } from '../rehearsal/rehearsal';

const seats = ({ place, onlineUrl }: PlannedSession) =>
  place !== null && onlineUrl !== null ? (['room', 'online'] as const) : [];

const common = (session: PlannedSession) => ({
  href: sessionHref(session.id),
  base: peopleHref(session.id),
  session: calledSession(session),
  called: { id: calledSession(session) },
});

/** The form that books for somebody. */
export const bookForView = (
  session: PlannedSession,
  form: Fields,
  found: Awaited<ReturnType<Who['choices']>>,
  problems: FormProblems,
) => ({
  ...common(session),
  seats: seats(session).map((value) => ({
    value,
    text: SEAT_NAMES[value],
    checked: form['seat'] === value || (form['seat'] === undefined && value === 'room'),
  })),
  form,
  found,
  ...problems,
});

interface Checked extends Rehearsed<Booking> {
  /** What they have on already. */
  clashes: readonly OwnClash[];
  who: string;
  personId: string;
}

/** What comes of it, before it is done. */
export const bookForCheckView = (
  session: PlannedSession,
  { result, letters, later, clashes, who, personId }: Checked,
) => ({
  ...common(session),
  check: {
    says:
      result.state === 'booked'
        ? 'They get a place.'
        : `There is no place left for them now: they wait, as number ${figure((result.ahead ?? 0) + 1)} in the list.`,
    where: SEAT_NAMES[result.seat],
    button: result.state === 'booked' ? 'Book the place' : 'Put them on the waiting list',
    clashes: clashes.map(clashInWords),
    letters,
    later,
    sends: { who, person: personId, seat: result.seat },
  },
  message: {},
});
