import type { OwnBooking, OwnClash } from '@induct/events';
import { bookingView } from './booking.view';

const own = (more: Partial<OwnBooking> = {}) =>
  ({
    id: 'a',
    sessionId: 's',
    state: 'booked',
    seat: 'room',
    ahead: null,
    bookedAt: new Date('2026-11-30T10:00Z'),
    session: {
      state: 'confirmed',
      title: 'Conduct',
      slug: 'conduct',
      place: 'The Guildhall',
      onlineUrl: null,
      parts: [
        { number: 1, on: '2026-12-08', from: '09:30', to: '12:30' },
        { number: 2, on: '2026-12-10', from: '09:30', to: '12:30' },
      ],
      startsAt: new Date('2026-12-08T09:30Z'),
      endsAt: new Date('2026-12-10T12:30Z'),
    },
    ...more,
  }) as unknown as OwnBooking;
const at = (now: string, booking = own(), clashes: OwnClash[] = []) =>
  bookingView(booking, undefined, { done: undefined, now: new Date(now), clashes });

it('leads to the check-in on its days, until it is over, whoever has a place', () => {
  const days = [
    '2026-12-07T23:00Z',
    '2026-12-08T07:00Z',
    '2026-12-09T10:00Z',
    '2026-12-10T12:00Z',
    '2026-12-10T12:30Z',
  ];
  expect(days.map((now) => at(now).checksIn)).toEqual([false, true, false, true, false]);
  expect(at('2026-12-08T07:00Z', own({ state: 'waiting', ahead: 0 })).checksIn).toBe(false);
});

it('says what it meets until it has begun', () => {
  const clash: OwnClash = { with: 'session', on: '2026-12-08', id: 'b', title: 'Budgets' };
  const says = ['On 8 December 2026 you have a place at Budgets at the same time.'];
  expect(at('2026-12-08T09:00Z', own(), [clash]).clashes).toEqual(says);
  expect(at('2026-12-08T10:00Z', own(), [clash]).clashes).toEqual([]);
});
