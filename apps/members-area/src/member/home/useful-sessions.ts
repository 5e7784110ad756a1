import type { OfferedSession } from '@induct/events';
import { hasRoom } from '../bookings/places.view';

/** Home says no more of them: the programme has them all. */
const MOST = 3;

const topicsOf = ({ parts }: Pick<OfferedSession, 'parts'>): string[] => parts.flatMap(({ topics }) => topics);

/** The lower, the sooner it is offered: what they have already, what has a place, what has a list to wait on; undefined: neither. */
function rank({ places: { own, seats } }: Pick<OfferedSession, 'places'>): number | undefined {
  if (own) return own.state === 'booked' ? 0 : 1;
  const open = seats.filter(({ why }) => why === undefined);
  if (open.length === 0) return undefined;
  return open.some(hasRoom) ? 2 : 3;
}

/**
 * What somebody may book, or has booked, that meets what they still need: of each topic one, and none that another of them meets
 * already. At most three, by their beginning.
 * @param offered by their beginning
 * @param needed topics, what is due first first
 */
export function usefulSessions<One extends Pick<OfferedSession, 'parts' | 'places'>>(
  offered: readonly One[],
  needed: readonly string[],
): One[] {
  const chosen = new Set<One>();
  for (const topic of needed) {
    if (chosen.size === MOST) break;
    if ([...chosen].some((one) => topicsOf(one).includes(topic))) continue;
    const [first] = offered
      .filter((one) => topicsOf(one).includes(topic) && rank(one) !== undefined)
      .toSorted((a, b) => rank(a)! - rank(b)!);
    if (first) chosen.add(first);
  }
  return offered.filter((one) => chosen.has(one));
}
