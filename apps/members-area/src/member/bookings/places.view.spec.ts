import type { SeatShown } from '@induct/events';
import { readerOrdinal } from '@induct/platform';
import { placesView } from './places.view';

const seat = (more: Partial<SeatShown> = {}): SeatShown => ({
  seat: 'room',
  why: undefined,
  places: { left: 3, of: 20 },
  waiting: 0,
  lastTakenAt: null,
  ...more,
});
const full = { places: { left: 0, of: 20 }, waiting: 3 };
const shown = (...seats: SeatShown[]) => placesView('s', { own: undefined, seats });

describe('places, as members read them', () => {
  it.each([
    ['what is left', [seat()], ['3 of 20 places left'], 'Book a place'],
    [
      'where one would stand in the list',
      [seat(full)],
      ['Full: you would be 4th on the waiting list'],
      'Join the waiting list',
    ],
    ['nothing where none are counted', [seat({ places: undefined })], [], 'Book a place'],
    [
      'each where, when there are two',
      [seat(full), seat({ seat: 'online', places: undefined })],
      ['Full in the room: you would be 4th on the waiting list', 'Places for everybody online'],
      'Book a place',
    ],
    ['that they are for others', [seat({ why: 'not for them' })], ['Its places are for others'], undefined],
    ['nothing of what cannot be booked', [seat({ why: 'not bookable' })], [], undefined],
    [
      'only what one may have',
      [seat({ why: 'not for them' }), seat({ seat: 'online' })],
      ['3 of 20 places left'],
      'Book a place',
    ],
  ])('say %s', (_, seats, left, button) => {
    const view = shown(...seats);
    expect([view.left, view.book?.text]).toEqual([left, button]);
  });

  it('say what one has instead', () => {
    const own = (state: 'booked' | 'waiting', ahead: number | null) =>
      placesView('s', { own: { id: 'b', state, seat: 'room', ahead }, seats: [seat()] }).own;
    expect(own('booked', null)).toEqual({ text: 'You have a place', kind: 'done', href: '/bookings/b' });
    expect(own('waiting', 1)?.text).toBe('You are 2nd on the waiting list');
    expect(placesView('s', undefined)).toEqual({ own: undefined, left: [], book: undefined });
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [112, '112th'],
    [1003, '1,003rd'],
  ])('count: %i is %s', (number, words) => expect(readerOrdinal(number)).toBe(words));
});
