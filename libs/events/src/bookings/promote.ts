import type { Day } from '@induct/platform';
import type { BookingEntity } from './booking.entity';
import { type Pool, Seating } from './seating';

/** A booking that stands, as far as places go. */
export type StandingBooking = Pick<
  BookingEntity,
  'id' | 'audience' | 'seat' | 'state' | 'number' | 'poolAudience' | 'toldAt'
>;

/** What becomes of those who wait, and of where the others sit. */
export interface Filled {
  /** Given a place, in the order in which they came. */
  promoted: string[];
  /** Whose places everybody sits on who sits elsewhere than before, with those who were promoted. */
  sits: { id: string; poolAudience: BookingEntity['poolAudience'] }[];
  /** A place is free that they may take, and they have not been told. */
  toTell: string[];
  /** They were told that a place is free, and it is gone. */
  gone: string[];
  /** Whether everybody who has a place still has one. */
  fit: boolean;
}

/**
 * Fills what is free with those who wait, in the order in which they came: whoever does not fit does not stop those of another
 * kind. Shortly before the beginning nobody is given a place who may not know of it in time: then all who could have one are told.
 * @param isAutomatic whether there is still time for that
 */
export function promote(
  pools: readonly Pool[],
  bookings: readonly StandingBooking[],
  { today, isAutomatic }: { today: Day; isAutomatic: boolean },
): Filled {
  const seating = new Seating(
    pools,
    bookings.filter(({ state }) => state === 'booked'),
    today,
  );
  const fit = seating.settle();
  const waiting = inOrder(bookings);
  const promoted = isAutomatic ? waiting.filter((one) => seating.take(one)) : [];
  const left = waiting.filter((one) => !promoted.includes(one));
  const isFree = new Map(left.map((one) => [one.id, !isAutomatic && seating.hasPlace(one)]));
  return {
    promoted: promoted.map(({ id }) => id),
    sits: [...seating.moved(), ...promoted.map(({ id }) => ({ id, poolAudience: seating.poolOf(id) }))],
    toTell: left.filter(({ id, toldAt }) => isFree.get(id) && toldAt === null).map(({ id }) => id),
    gone: left.filter(({ id, toldAt }) => !isFree.get(id) && toldAt !== null).map(({ id }) => id),
    fit,
  };
}

/** Those who wait, in the order in which they came. */
export const inOrder = <One extends Pick<StandingBooking, 'state' | 'number'>>(bookings: readonly One[]): One[] =>
  bookings.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.number - b.number);

/** How many wait for the same kind of place, and have come before. */
export const ahead = (
  bookings: readonly Pick<StandingBooking, 'audience' | 'seat' | 'state' | 'number'>[],
  { audience, seat, number }: Pick<StandingBooking, 'audience' | 'seat' | 'number'>,
): number =>
  bookings.filter(
    (one) => one.state === 'waiting' && one.audience === audience && one.seat === seat && one.number < number,
  ).length;
