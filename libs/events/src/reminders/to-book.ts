import type { Day } from '@induct/platform';
import type { BookingEntity } from '../bookings/booking.entity';
import { type Bookable, type Booker, placesFor, seatsOf, whyNot } from '../bookings/place';
import type { EventEntity } from '../programme/event.entity';
import type { PoolEntity } from '../programme/pool.entity';
import type { SessionEntity } from '../programme/session.entity';

/** A session that is still to come and serves a topic. */
export interface ComingSession
  extends
    Pick<SessionEntity, 'id' | 'state' | 'place' | 'onlineUrl'>,
    Pick<EventEntity, 'slug' | 'title' | 'bodyId'>,
    Pick<Bookable, 'startsAt'> {
  topics: string[];
  /** Its first part; times are `09:30`. */
  on: Day;
  from: string | null;
  pools: Omit<PoolEntity, 'sessionId'>[];
  /** Of the person who is reminded. */
  own: BookingEntity['state'] | null;
}

/** The session that somebody is to think of for a topic. */
export interface ToBook extends Pick<ComingSession, 'slug' | 'title' | 'on' | 'from'> {
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
  booker: Booker,
  { today, now }: { today: Day; now: Date },
): ToBook | undefined {
  const choices = coming
    .filter(({ topics }) => topics.includes(topic))
    .flatMap((session): ToBook[] => {
      const { slug, title, on, from, own, pools, bodyId } = session;
      const said = { slug, title, on, from };
      if (own) return [{ ...said, has: own === 'waiting' ? 'waits' : 'place', left: undefined }];
      const open = seatsOf(session).filter((seat) => !whyNot({ ...session, event: { bodyId } }, booker, seat, now));
      if (open.length === 0) return [];
      const places = open.map((seat) => placesFor(pools, { audience: booker.audience, seat }, today)?.left);
      const left = places.reduce((all, one) => (all === undefined || one === undefined ? undefined : all + one), 0);
      return [{ ...said, has: undefined, left }];
    });
  return (
    choices.find(({ has }) => has === 'place') ??
    choices.find(({ has }) => has === 'waits') ??
    choices.find(({ left }) => left !== 0) ??
    choices[0]
  );
}
