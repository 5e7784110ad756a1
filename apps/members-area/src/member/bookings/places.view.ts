import { readerOrdinal, said, w } from '@induct/platform';
import type { Seat, SeatShown, ShownPlaces } from '@induct/events';
import { counted, figure } from '../../words/counted';

const WHERE: Record<Seat, string> = { room: 'in the room', online: 'online' };

/** `3 of 20 places left`; of what is full, which place in the list one would have. */
function seatWords({ seat, places, waiting }: SeatShown, all: readonly SeatShown[]): string | undefined {
  const isOnlyOne = all.length === 1;
  const where = isOnlyOne ? '' : ` ${said(WHERE[seat])}`;
  if (!places) return all.every((one) => !one.places) ? undefined : w`Places for everybody${where}`;
  if (places.left > 0) return w`${figure(places.left)} of ${counted(places.of, 'place')} left${where}`;
  return w`Full${where}: you would be ${readerOrdinal(waiting + 1)} on the waiting list`;
}

export const hasRoom = ({ places }: Pick<SeatShown, 'places'>): boolean => !places || places.left > 0;

/** What a run has for somebody: what they have of it, or what is left and the way to it. */
export interface PlacesView {
  own: { text: string; kind: 'done' | 'going'; href: string } | undefined;
  left: string[];
  book: { text: string; href: string } | undefined;
}

export function placesView(sessionId: string, shown: ShownPlaces | undefined): PlacesView {
  const open = shown?.seats.filter(({ why }) => why === undefined) ?? [];
  const own = shown?.own;
  if (own) {
    const text =
      own.state === 'booked'
        ? said('You have a place')
        : w`You are ${readerOrdinal((own.ahead ?? 0) + 1)} on the waiting list`;
    return {
      own: { text, kind: own.state === 'booked' ? 'done' : 'going', href: `/bookings/${own.id}` },
      left: [],
      book: undefined,
    };
  }
  const isForOthers = open.length === 0 && shown?.seats.some(({ why }) => why === 'not for them') === true;
  return {
    own: undefined,
    left: isForOthers ? [said('Its places are for others')] : open.flatMap((seat) => seatWords(seat, open) ?? []),
    book:
      open.length === 0
        ? undefined
        : {
            text: open.some(hasRoom) ? said('Book a place') : said('Join the waiting list'),
            href: `/bookings/new/${sessionId}`,
          },
  };
}
