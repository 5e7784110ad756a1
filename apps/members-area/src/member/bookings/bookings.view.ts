import type { OwnBooking } from '@induct/events';
import { said } from '@induct/platform';
import type { Column } from '../../lists/list';
import { paging } from '../../lists/paging';
import { bookingsList, type BookingsFilter } from './bookings-filter';
import { bookingView } from './booking.view';

export const PER_PAGE = 20;

const STATES = { booked: 'Booked', waiting: 'Waiting', cancelled: 'Cancelled' } as const;
const SEATS = { room: 'Room', online: 'Online' } as const;

/** In the files. */
export const BOOKINGS: readonly Column<OwnBooking>[] = [
  { head: 'Event', file: ({ session }) => session.title },
  { head: 'State', file: ({ state }) => STATES[state] },
  { head: 'Begins', file: ({ session }) => session.startsAt },
  { head: 'Ends', file: ({ session }) => session.endsAt },
  { head: 'Place', file: ({ session }) => session.place },
  { head: 'Seat', file: ({ seat }) => SEATS[seat] },
  { head: 'Place on the list', file: ({ ahead }) => (ahead === null ? null : ahead + 1) },
  { head: 'Booked', file: ({ bookedAt }) => bookedAt },
  { head: 'Cancelled', file: ({ cancelledAt }) => cancelledAt },
];

const HEADINGS = { '': 'Your bookings', past: 'Bookings of the past', cancelled: 'Cancelled bookings' } as const;
const TABS = [
  { show: '', text: 'Coming' },
  { show: 'past', text: 'Past' },
  { show: 'cancelled', text: 'Cancelled' },
] as const;

export function bookingsView(filter: BookingsFilter, rows: readonly OwnBooking[], total: number, now: Date) {
  const file = (kind: 'csv' | 'json') => bookingsList.address({ ...filter, page: 1 }, {}, `/bookings.${kind}`);
  return {
    ...paging(filter.page, PER_PAGE, total, (page) => bookingsList.address(filter, { page })),
    heading: said(HEADINGS[filter.show]),
    show: filter.show,
    total,
    rows: rows.map((row) => bookingView(row, undefined, { done: undefined, now })),
    tabs: TABS.map(({ show, text }) => ({
      text: said(text),
      href: bookingsList.address({ show, page: 1 }),
      current: show === filter.show,
    })),
    csv: file('csv'),
    json: file('json'),
  };
}
