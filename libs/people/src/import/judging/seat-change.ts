import { britishDate, type Day } from '@induct/platform';
import { CAPACITY_NAMES, type Capacity } from '../../council/council.words';
import { overlap, type Period } from '../../council/period';

/** A seat of one person on one body. `id` is that of the recorded row; without it, this file brings it. */
export interface Seat extends Period {
  id?: string;
  capacity: Capacity;
  /** The recorded row that it takes the place of. */
  replaces?: string;
}

/** What a row wants of it. */
export interface WantedSeat {
  capacity: Capacity | undefined;
  from: Day | undefined;
  until: Day | undefined;
  /** From when on what is said without a day counts. */
  day: Day;
}

/** What becomes of the seats: all of them as they are afterwards. */
export type SeatChange =
  | { is: 'same'; seat: Seat }
  | { is: 'begins'; seat: Seat; after: Seat[] }
  | { is: 'ends' | 'lasts longer'; seat: Seat; after: Seat[] }
  | { is: 'moves'; before: Capacity; seat: Seat; after: Seat[] }
  | { is: 'problem'; says: string };

/** @param seats of one person on one body, none of which overlap */
export function changeSeat(seats: readonly Seat[], wanted: WantedSeat): SeatChange {
  const { day, until } = wanted;
  const looked = lookedAt(wanted);
  const touched = seats.filter((seat) => overlap(seat, looked));
  if (touched.length > 1) {
    return problem(
      `They sit there more than once in that time: ${touched.map(inWords).join(' and ')}. Correct it on their page`,
    );
  }
  const [seat] = touched;
  if (!seat) {
    if (wanted.from === undefined && until !== undefined && until <= day) {
      return problem('They do not sit there, so nothing ends. Write when it began, or delete the row');
    }
    const begun: Seat = { capacity: wanted.capacity ?? 'member', from: wanted.from ?? day, until: until ?? null };
    return { is: 'begins', seat: begun, after: inOrder([...seats, begun]) };
  }
  const others = seats.filter((one) => one !== seat);
  const isOther = wanted.capacity !== undefined && wanted.capacity !== seat.capacity;
  return isOther ? move(seat, others, { ...wanted, capacity: wanted.capacity! }) : stay(seat, others, wanted);
}

/** The days that a row speaks of. Without a first day that is the one before its end, or from now on. */
function lookedAt({ from, until, day }: WantedSeat): Period {
  if (from !== undefined) return { from, until: until ?? null };
  return until !== undefined && until <= day ? { from: dayBefore(until), until } : { from: day, until: until ?? null };
}

function stay(seat: Seat, others: readonly Seat[], { from, until }: WantedSeat): SeatChange {
  if (from !== undefined && from !== seat.from) {
    return problem(
      `They are ${inWords(seat)} already, which overlaps. Write ${britishDate(seat.from)}, leave the day out, or correct it on their page`,
    );
  }
  if (until === undefined || until === seat.until) return { is: 'same', seat };
  if (until <= seat.from) return problem(`It would end before it starts on ${britishDate(seat.from)}. Correct the end`);
  const ended = { ...changed(seat), until };
  if (others.some((other) => overlap(other, ended)))
    return problem('It would overlap the next time they sit there. Correct the end');
  const is = seat.until === null || until < seat.until ? 'ends' : 'lasts longer';
  return { is, seat: ended, after: inOrder([...others, ended]) };
}

function move(seat: Seat, others: readonly Seat[], wanted: WantedSeat & { capacity: Capacity }): SeatChange {
  const from = wanted.from ?? (wanted.day > seat.from ? wanted.day : seat.from);
  const until = wanted.until ?? seat.until;
  if (from < seat.from) {
    return problem(
      `They are ${inWords(seat)}, which overlaps. Correct the first day, or that membership on their page`,
    );
  }
  const kept = from === seat.from ? [] : [{ ...changed(seat), until: from }];
  const moved: Seat = { capacity: wanted.capacity, from, until, ...(kept.length === 0 && replaced(seat)) };
  if (until !== null && until <= from) return problem('It would end before it starts. Correct the days');
  if (others.some((other) => overlap(other, moved)))
    return problem('It would overlap the next time they sit there. Correct the days');
  return { is: 'moves', before: seat.capacity, seat: moved, after: inOrder([...others, ...kept, moved]) };
}

/** The row that was recorded is replaced; one that this file brings is not there yet. */
export const replaced = ({ id, replaces }: Pick<Seat, 'id' | 'replaces'>): { replaces?: string } => {
  const row = id ?? replaces;
  return row === undefined ? {} : { replaces: row };
};

const changed = (seat: Seat): Seat => ({
  capacity: seat.capacity,
  from: seat.from,
  until: seat.until,
  ...replaced(seat),
});

/** `chair from 8 May 2017 to 3 May 2019` */
export const inWords = ({ capacity, from, until }: Pick<Seat, 'capacity' | 'from' | 'until'>): string =>
  `${CAPACITY_NAMES[capacity].toLowerCase()} from ${britishDate(from)}${until === null ? '' : ` to ${britishDate(dayBefore(until))}`}`;

const inOrder = (seats: Seat[]): Seat[] => seats.toSorted((a, b) => (a.from < b.from ? -1 : 1));
const problem = (says: string): SeatChange => ({ is: 'problem', says });

/** The last day that belongs to a time that ends before `until`. */
export function dayBefore(until: Day): Day {
  return new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
