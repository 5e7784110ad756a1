import type { ListedInvitation, PlannedSession, SessionBooking } from '@induct/events';
import { britishTimeAndDate } from '@induct/platform';
import { type Column, listView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { figure } from '../../words/counted';
import { calledSession } from '../programme/session/session.view';
import { poolInWords, sessionHref } from '../programme/session.words';
import { asWhom, cancelledBy, nameOf, SEAT_NAMES } from './booking.words';
import { peopleAddress, type PeopleFilter, peopleHref, type Shown, SHOWN } from './people-filter';

export const PER_PAGE = 50;

const TABS: Record<Shown, string> = { booked: 'Have a place', waiting: 'Wait for one', cancelled: 'Cancelled' };
const CAPTIONS: Record<Shown, string> = {
  booked: 'Who has a place, by kind of place',
  waiting: 'Who waits for a place, in the order in which they came',
  cancelled: 'Whose place was cancelled, the latest first',
};
const NOBODY: Record<Shown, string> = {
  booked: 'Nobody has a place yet.',
  waiting: 'Nobody waits for a place.',
  cancelled: 'Nothing was cancelled.',
};

const PLACES: Record<string, number> = { member: 0, officer: 1, partner: 2, room: 0, online: 1 };
const byPlace = (a: SessionBooking, b: SessionBooking): number =>
  PLACES[a.seat]! - PLACES[b.seat]! || PLACES[a.audience]! - PLACES[b.audience]! || a.number - b.number;

/** Those of them, in their order: by kind of place, by arrival, or the latest first. */
export function shownOf(bookings: readonly SessionBooking[], show: Shown): SessionBooking[] {
  const found = bookings.filter(({ state }) => state === show);
  if (show === 'booked') return found.toSorted(byPlace);
  return found.toSorted((a, b) => (show === 'waiting' ? a.number - b.number : b.number - a.number));
}

/** @param show which of them are listed: only columns that say something of those */
export const peopleColumns = (show: Shown): readonly Column<SessionBooking>[] => [
  {
    head: 'Name',
    cell: (one) => ({
      text: nameOf(one),
      classes: 'induct-breaks',
      ...(one.state !== 'cancelled' && { href: `${peopleHref(one.sessionId)}/${one.id}` }),
    }),
    file: ({ name }) => name,
  },
  { head: 'Email address', file: ({ email }) => email },
  { head: 'Group', file: ({ politicalGroup }) => politicalGroup },
  {
    head: 'As',
    speaks: true,
    cell: (one) => ({ text: asWhom(one), more: one.politicalGroup ?? undefined }),
    file: asWhom,
  },
  { head: 'Where', speaks: true, cell: ({ seat }) => SEAT_NAMES[seat], file: ({ seat }) => SEAT_NAMES[seat] },
  ...(show === 'waiting'
    ? [
        {
          head: 'Place in the list',
          cell: ({ ahead }: SessionBooking) => figure((ahead ?? 0) + 1),
          file: ({ ahead }: SessionBooking) => (ahead ?? 0) + 1,
        },
      ]
    : []),
  {
    head: 'Booked',
    classes: 'desk-moment',
    cell: ({ bookedAt, promotedAt }) => ({
      text: britishTimeAndDate(bookedAt),
      more: promotedAt ? `from the waiting list ${britishTimeAndDate(promotedAt)}` : undefined,
    }),
    file: ({ bookedAt }) => bookedAt,
  },
  { head: 'Given a place from the waiting list', file: ({ promotedAt }) => promotedAt },
  ...(show === 'cancelled'
    ? [
        {
          head: 'Cancelled',
          classes: 'desk-moment',
          cell: (one: SessionBooking) => ({ text: britishTimeAndDate(one.cancelledAt!), more: cancelledBy(one) }),
          file: ({ cancelledAt }: SessionBooking) => cancelledAt,
        },
        { head: 'Cancelled by', file: cancelledBy },
      ]
    : []),
];

interface People {
  session: PlannedSession;
  bookings: readonly SessionBooking[];
  invitations: readonly ListedInvitation[];
  filter: PeopleFilter;
  /** It is confirmed and has not begun. */
  mayBook: boolean;
}

/** Everybody who has to do with a session: who has a place, who waits, whose was cancelled. */
export function peopleView({ session, bookings, invitations, filter, mayBook }: People) {
  const shown = shownOf(bookings, filter.show);
  const page = pageWithin(filter.page, PER_PAGE, shown.length);
  const href = peopleHref(session.id);
  return {
    href: sessionHref(session.id),
    base: href,
    session: calledSession(session),
    called: { id: calledSession(session) },
    pools: session.pools.map(poolInWords),
    tabs: SHOWN.map((show) => ({
      text: `${TABS[show]} (${figure(bookings.filter(({ state }) => state === show).length)})`,
      href: peopleAddress(session.id, { show, page: 1 }),
      isShown: show === filter.show,
    })),
    nobody: NOBODY[filter.show],
    mayBook,
    invitations: invitations.map(({ partner, partnerId, booked, waiting, revokedAt }) => ({
      text: `${partner}: ${figure(booked)} ${booked === 1 ? 'has' : 'have'} a place, ${figure(waiting)} ${waiting === 1 ? 'waits' : 'wait'}${revokedAt ? ' (the links were revoked)' : ''}`,
      href: `/admin/partners/${partnerId}`,
    })),
    takesPartners: session.pools.some(({ audience }) => audience === 'partner'),
    list: listView({
      columns: peopleColumns(filter.show),
      rows: shown.slice((page - 1) * PER_PAGE, page * PER_PAGE),
      caption: CAPTIONS[filter.show],
      page,
      per: PER_PAGE,
      total: shown.length,
      href: (to) => peopleAddress(session.id, { ...filter, page: to }),
      file: (kind) => peopleAddress(session.id, { ...filter, page: 1 }, `${href}.${kind}`),
    }),
  };
}
