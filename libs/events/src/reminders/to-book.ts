import type { Day } from '@induct/platform';
import type { ShownPlaces } from '../bookings/shown-places.queries';
import type { EventEntity } from '../programme/event.entity';
import type { SessionEntity } from '../programme/session.entity';

/** A session that is still to come and serves a topic. */
export interface ComingSession extends Pick<SessionEntity, 'id'>, Pick<EventEntity, 'slug' | 'title'> {
  topics: string[];
  /** Its first part; times are `09:30`. */
  on: Day;
  from: string | null;
  to: string | null;
}

/** The session that somebody is to think of for a topic. */
export interface ToBook extends Omit<ComingSession, 'topics'> {
  /** What they have of it: a place, or one on the waiting list. */
  has: 'place' | 'waits' | undefined;
  /** Places that are left for them; undefined: they are not counted. */
  left: number | undefined;
}

/**
 * The one they have a place at; else the one they wait for; else the first with a place for them; else the first at which they may
 * wait. None that is not for them.
 * @param coming the earliest first
 */
export function toBook(
  topic: string,
  coming: readonly ComingSession[],
  places: ReadonlyMap<string, ShownPlaces>,
): ToBook | undefined {
  const choices = coming
    .filter(({ topics }) => topics.includes(topic))
    .flatMap(({ topics: _, ...session }): ToBook[] => {
      const { own, seats = [] } = places.get(session.id) ?? { own: undefined };
      if (own) return [{ ...session, has: own.state === 'waiting' ? 'waits' : 'place', left: 0 }];
      const open = seats.filter(({ why }) => why === undefined);
      if (open.length === 0) return [];
      const isCounted = open.every((seat) => seat.places !== undefined);
      const left = isCounted ? open.reduce((all, seat) => all + seat.places!.left, 0) : undefined;
      return [{ ...session, has: undefined, left }];
    });
  return (
    choices.find(({ has }) => has === 'place') ??
    choices.find(({ has }) => has === 'waits') ??
    choices.find(({ left }) => left !== 0) ??
    choices[0]
  );
}
