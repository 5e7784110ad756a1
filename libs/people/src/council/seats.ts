import type { Day } from '@induct/platform';
import type { Capacity, Substitutes } from './council.words';
import { onDay, type Period } from './period';

export interface Seat extends Period {
  personId: string;
  capacity: Capacity;
}

/** What is known of a body: all its memberships and rules, of any time, as recorded at one moment. */
export interface BodyInTime {
  memberships: readonly Seat[];
  rules: readonly (Period & { substitutes: Substitutes })[];
}

/** Somebody in a political group. */
export interface InGroup extends Period {
  personId: string;
  groupId: string;
}

/** Who sits on a body on a day, and who may stand in for them. */
export interface SeatsOnDay {
  seats: Seat[];
  substitutes: Substitutes;
  /** Ids of who may stand in. Nobody who has a seat of their own does. */
  mayStandIn: string[];
}

const ORDER: readonly Capacity[] = ['chair', 'vice_chair', 'member', 'co_opted'];

/**
 * Without a rule for that day nobody stands in. Where the group stands in, it is everybody who is on that day in the group of
 * somebody with a seat.
 * @param groups memberships in political groups, as recorded at the same moment
 */
export function seatsOn({ memberships, rules }: BodyInTime, groups: readonly InGroup[], day: Day): SeatsOnDay {
  const there = memberships.filter((seat) => onDay(seat, day));
  const seats = there
    .filter(({ capacity }) => capacity !== 'substitute')
    .toSorted((a, b) => ORDER.indexOf(a.capacity) - ORDER.indexOf(b.capacity));
  const substitutes = rules.find((rule) => onDay(rule, day))?.substitutes ?? 'none';
  const seated = new Set(seats.map(({ personId }) => personId));
  const pool = { none: () => [], named: () => named(there), group: () => ofGroups(seated, groups, day) };
  const mayStandIn = [...new Set<string>(pool[substitutes]())].filter((personId) => !seated.has(personId));
  return { seats, substitutes, mayStandIn };
}

const named = (there: readonly Seat[]): string[] =>
  there.filter(({ capacity }) => capacity === 'substitute').map(({ personId }) => personId);

function ofGroups(seated: ReadonlySet<string>, groups: readonly InGroup[], day: Day): string[] {
  const today = groups.filter((one) => onDay(one, day));
  const theirs = new Set(today.filter(({ personId }) => seated.has(personId)).map(({ groupId }) => groupId));
  return today.filter(({ groupId }) => theirs.has(groupId)).map(({ personId }) => personId);
}
