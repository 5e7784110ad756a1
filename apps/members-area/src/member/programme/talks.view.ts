import { groupedBy } from '../../lists/grouped-by';
import type { ListedSession, ShownPlaces, ShownSession } from '@induct/events';
import { type Day, w, said } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { clockTime, sessionTimes, weekdayAndDate } from '../../words/session-times';
import { hasRoom, placesView, type PlacesView } from '../bookings/places.view';

type Places = ReadonlyMap<string, ShownPlaces>;

const isFree = (shown: ShownPlaces | undefined): boolean =>
  shown?.seats.some((seat) => seat.why === undefined && hasRoom(seat)) === true;

/** What differs of a line that stands for all talks of a day; nothing when it is no such line. @param href of the event */
export function gatheredTalks(
  { talks, parts: [first], state }: Pick<ListedSession, 'talks' | 'parts' | 'state'>,
  href: string,
  places: Places,
): { times?: string[]; calendar?: undefined; booking?: PlacesView } {
  if (!talks || !first) return {};
  const times = sessionTimes([{ ...first, to: talks.at(-1)!.to }]);
  const own = talks.find(({ id }) => places.get(id)?.own);
  if (own) {
    const booking = placesView(own.id, places.get(own.id));
    const ownTimes = sessionTimes([{ ...first, from: own.from, to: own.to }]);
    return { times: ownTimes, calendar: undefined, booking };
  }
  const free = talks.filter(({ id }) => isFree(places.get(id))).length;
  const isOpen = state === 'confirmed' && talks.some(({ id }) => places.has(id));
  const left = isOpen ? w`${figure(free)} of ${counted(talks.length, 'talk')} free` : counted(talks.length, 'talk');
  const book = isOpen && free > 0 ? { text: said('Choose a time'), href } : undefined;
  return { times, calendar: undefined, booking: { own: undefined, left: [left], book } };
}

/** The talks of a day, as the page of the event shows them. */
export interface TalksOfDay {
  day: string;
  place: string | null;
  talks: { time: string; own: PlacesView['own']; book: PlacesView['book']; says: string | undefined }[];
}

/** Every talk of an event, and the way to another time for whoever has one. */
export interface Talks {
  days: TalksOfDay[];
  move: string | undefined;
}

/**
 * Of each day to come. Whoever has a talk books no second one: for another time they change theirs, so nothing is offered that
 * would be refused.
 */
export function talksByDay(sessions: readonly ShownSession[], places: Places, today: Day): Talks {
  const coming = sessions.filter(({ state, parts }) => state === 'confirmed' && (parts[0]?.on ?? '') >= today);
  const [own] = coming.flatMap(({ id }) => places.get(id)?.own ?? []);
  const days = groupedBy(coming, ({ parts, place }) => `${parts[0]!.on} ${place ?? ''}`);
  const shown = [...days.values()].map((talks) => ({
    day: weekdayAndDate(talks[0]!.parts[0]!.on),
    place: talks[0]!.place,
    talks: talks.map(({ id, parts: [part] }) => {
      const { own: ownTalk, book } = placesView(id, places.get(id));
      const free = isFree(places.get(id));
      return {
        time: timeOf(part!),
        own: ownTalk,
        book: free && !own && book ? { ...book, text: said('Book') } : undefined,
        says: ownTalk || free ? undefined : book ? said('Taken') : said('Not to be booked any more'),
      };
    }),
  }));
  return { days: shown, move: own && `/bookings/${own.id}/move` };
}

function timeOf({ from, to }: ShownSession['parts'][number]): string {
  if (from === null) return said('A time to be confirmed');
  return to === null ? clockTime(from) : w`${clockTime(from)} to ${clockTime(to)}`;
}
