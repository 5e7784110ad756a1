import { type OwnClash, ownClashWords, type PlannedSession, type Seat, type ShownPlaces } from '@induct/events';
import { asTyped, said } from '@induct/platform';
import type { Fields } from '../../forms/form-problems';
import { sessionTimes } from '../../words/session-times';
import { hasRoom, placesView } from './places.view';

/** Of other dates, so many are named: the event has them all. */
const FEW = 6;

const seatWords = (seat: Seat): string => (seat === 'room' ? said('I come') : said('I join online'));

/** Dates of an event that can be booked, each with what is left. */
export const otherDates = (
  dates: readonly Pick<PlannedSession, 'id' | 'parts'>[],
  places: ReadonlyMap<string, ShownPlaces>,
) =>
  dates
    .map(({ id, parts }) => ({ id, when: sessionTimes(parts).join('; '), ...placesView(id, places.get(id)) }))
    .filter(({ book, own }) => book ?? own);

/** Of talks with one person at a time each has one: the talk to come that they have at another time, and the way to change it. */
function anotherTalk(dates: readonly PlannedSession[], places: ReadonlyMap<string, ShownPlaces>) {
  const talk = dates.find(({ id, event }) => {
    const there = places.get(id);
    return event?.kind === 'one-to-one' && there?.own && there.seats.some(({ why }) => why !== 'begun');
  });
  const own = talk && places.get(talk.id)?.own;
  return own && { times: sessionTimes(talk.parts), href: `/bookings/${own.id}`, move: `/bookings/${own.id}/move` };
}

export function bookView({
  session,
  shown,
  clashes,
  dates,
  others,
  form,
}: {
  session: PlannedSession;
  shown: ShownPlaces;
  clashes: readonly OwnClash[];
  dates: readonly PlannedSession[];
  others: ReadonlyMap<string, ShownPlaces>;
  form: Fields;
}) {
  const open = shown.seats.filter(({ why }) => why === undefined);
  const other = otherDates(dates, others);
  const isFull = !open.some(hasRoom);
  return {
    id: session.id,
    title: session.event!.title,
    event: `/programme/${session.event!.slug}`,
    times: sessionTimes(session.parts),
    where: session.place ? asTyped(session.place) : said('Online: whoever has a place is sent the link'),
    districts: session.districts.length > 0 ? session.districts.join(', ') : undefined,
    left: placesView(session.id, { ...shown, own: undefined }).left,
    waits: shown.own !== undefined,
    isFull,
    seen: isFull ? 'list' : 'place',
    button:
      shown.own && !isFull ? said('Take the place') : isFull ? said('Join the waiting list') : said('Book this place'),
    another: anotherTalk(dates, others),
    clashes: ownClashWords(clashes),
    others: other.slice(0, FEW),
    moreDates: Math.max(0, other.length - FEW),
    seats: open.length < 2 ? undefined : open.map(({ seat }) => ({ value: seat, text: seatWords(seat) })),
    onlySeat: open.length === 1 ? open[0]!.seat : undefined,
    form: { seat: shown.own?.seat ?? open.find(hasRoom)?.seat ?? open[0]?.seat, ...form },
  };
}
