import type { OwnBooking, PlannedSession, ShownPlaces } from '@induct/events';
import { otherDates } from './book.view';
import { hasRoom } from './places.view';

/**
 * Dates that a booking may be changed to. Whoever has a place keeps it until they have the other one, so what is full is no choice
 * for them: they may wait for it beside the place they have, if it is no talk, of which each has one.
 */
export function datesToMoveTo(
  { state, seat }: Pick<OwnBooking, 'state' | 'seat'>,
  dates: readonly Pick<PlannedSession, 'id' | 'parts' | 'event'>[],
  places: ReadonlyMap<string, ShownPlaces>,
) {
  if (state === 'cancelled') return { dates: [], full: [] };
  const isFull = ({ id }: { id: string }): boolean => {
    const seats = places.get(id)?.seats ?? [];
    const sits = seats.find((one) => one.seat === seat) ?? seats[0];
    return state === 'booked' && !(sits && hasRoom(sits));
  };
  const others = otherDates(dates, places).filter(({ own }) => !own);
  const isTalk = dates.some(({ event }) => event?.kind === 'one-to-one');
  return {
    dates: others
      .filter((one) => !isFull(one))
      .map(({ id: value, when: text, left }) => ({
        value,
        text,
        ...(left.length > 0 && { hint: { text: left.join('. ') } }),
      })),
    full: isTalk ? [] : others.filter(isFull).map(({ when, book }) => ({ when, href: book!.href })),
  };
}
