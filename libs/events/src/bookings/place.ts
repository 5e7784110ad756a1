import type { Day } from '@induct/platform';
import type { PlannedSession } from '../programme/programme.repository';
import type { Seat } from '../programme/programme.words';
import { isBookable } from '../programme/session-state';
import type { BookingAudience } from './booking.words';
import { inOrder, type StandingBooking } from './promote';
import { type Asks, isOpenTo, type Pool, Seating } from './seating';

/** Until so long before it begins, whoever waits is given what becomes free. Later, whoever presses first has it. */
export const AUTOMATIC_UNTIL_HOURS = 48;

/** Whoever has no booking yet. */
const COMES = 'comes';

export type Bookable = Pick<PlannedSession, 'state' | 'place' | 'onlineUrl' | 'startsAt' | 'pools'> & {
  event: Pick<NonNullable<PlannedSession['event']>, 'bodyId'> | null;
};

/** Whoever may want a place. */
export interface Booker {
  audience: BookingAudience;
  /** The bodies they sit on today. */
  bodies: readonly string[];
}

export type WhyNot = 'not bookable' | 'begun' | 'no such seat' | 'not for them' | 'has another';

/** Where one may sit: in the room first. */
export const seatsOf = (session: Pick<Bookable, 'place' | 'onlineUrl'>): Seat[] => [
  ...(session.place === null ? [] : ['room' as const]),
  ...(session.onlineUrl === null ? [] : ['online' as const]),
];

export const hasBegun = ({ startsAt }: Pick<Bookable, 'startsAt'>, now: Date): boolean =>
  startsAt !== null && startsAt <= now;

/** Whether what becomes free is still given to whoever waits, without asking. */
export const isAutomatic = ({ startsAt }: Pick<Bookable, 'startsAt'>, now: Date): boolean =>
  startsAt === null || startsAt.getTime() - now.getTime() > AUTOMATIC_UNTIL_HOURS * 3_600_000;

/**
 * Why somebody can neither have a place nor wait for one; undefined when they can. What is for a body is for those who sit on it,
 * and for officers and partners only where places are kept for them. Where places are counted, one must be for them some day.
 */
export function whyNot(session: Bookable, booker: Booker, seat: Seat, now: Date): WhyNot | undefined {
  if (!isBookable(session.state)) return 'not bookable';
  if (hasBegun(session, now)) return 'begun';
  if (!seatsOf(session).includes(seat)) return 'no such seat';
  const counted = session.pools.filter((pool) => pool.seat === seat);
  const isKept = counted.some(({ audience }) => audience === booker.audience);
  const bodyId = session.event?.bodyId ?? null;
  const isTheirs = bodyId === null || (booker.audience === 'member' ? booker.bodies.includes(bodyId) : isKept);
  const mayEverSit =
    counted.length === 0 || isKept || counted.some(({ audience, opensToAllOn }) => audience === 'any' || opensToAllOn);
  return isTheirs && mayEverSit ? undefined : 'not for them';
}

/**
 * Whether somebody who comes now has a place, or waits. While places are given to whoever waits, nobody of their kind is
 * overtaken.
 * @param standing who has a place and who waits, after `promote`
 */
export function place(
  pools: readonly Pool[],
  standing: readonly StandingBooking[],
  asks: Asks,
  { today, isAutomatic: inTurn }: { today: Day; isAutomatic: boolean },
): Pick<StandingBooking, 'state' | 'poolAudience'> {
  const seating = new Seating(
    pools,
    standing.filter(({ state }) => state === 'booked'),
    today,
  );
  const isBehind = inOrder(standing).some(({ audience, seat }) => audience === asks.audience && seat === asks.seat);
  if ((inTurn && isBehind) || !seating.take({ ...asks, id: COMES })) return { state: 'waiting', poolAudience: null };
  return { state: 'booked', poolAudience: seating.poolOf(COMES) };
}

/** Places that are left for those, and how many there are; undefined: they are not counted. */
export function placesFor(
  pools: readonly (Pool & { taken: number })[],
  asks: Asks,
  today: Day,
): { left: number; of: number } | undefined {
  if (pools.every(({ seat }) => seat !== asks.seat)) return undefined;
  const open = pools.filter((pool) => isOpenTo(pool, asks, today));
  const sum = (count: (pool: Pool & { taken: number }) => number) => open.reduce((all, pool) => all + count(pool), 0);
  return { left: sum(({ places, taken }) => Math.max(0, places - taken)), of: sum(({ places }) => places) };
}

/** How many places there are in all; undefined while they are not counted wherever one may sit. */
export function placesInAll({
  pools,
  ...where
}: Pick<Bookable, 'place' | 'onlineUrl'> & { pools: readonly Pool[] }): number | undefined {
  const seats = seatsOf(where);
  const isCounted = seats.length > 0 && seats.every((seat) => pools.some((pool) => pool.seat === seat));
  return isCounted ? pools.reduce((all, { places }) => all + places, 0) : undefined;
}
