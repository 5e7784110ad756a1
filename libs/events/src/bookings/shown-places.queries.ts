import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { EventEntity } from '../programme/event.entity';
import type { PoolEntity } from '../programme/pool.entity';
import type { Seat } from '../programme/programme.words';
import { COMING, COMING_FOR_ME, ME, SHOWN_SESSION, type ShownSession } from '../programme/shown-programme.queries';
import type { BookingEntity } from './booking.entity';
import { BOOKER, bookerOf, type Whose } from './booking.repository';
import type { Booking } from './booking.types';
import { type Bookable, type Booker, placesFor, seatsOf, type WhyNot, whyNot } from './place';

/** Where one may sit at a session, and what there is for somebody. */
export interface SeatShown {
  seat: Seat;
  why: WhyNot | undefined;
  /** Undefined: they are not counted. */
  places: { left: number; of: number } | undefined;
  /** How many of their kind wait. */
  waiting: number;
  /** When somebody of their kind has had a place last. */
  lastTakenAt: Date | null;
}

/** What a session has for somebody, and what they have of it. */
export interface ShownPlaces {
  own: Pick<Booking, 'id' | 'state' | 'seat' | 'ahead'> | undefined;
  seats: SeatShown[];
}

/** A session that comes and is for somebody, with what there is for them. */
export interface OfferedSession extends ShownSession, Pick<EventEntity, 'slug' | 'title'> {
  places: ShownPlaces;
}

interface Row extends Pick<Bookable, 'state' | 'place' | 'onlineUrl' | 'startsAt'> {
  id: BookingEntity['sessionId'];
  /** Who asks. */
  who: Whose | null;
  bodyId: string | null;
  pools: Omit<PoolEntity, 'sessionId'>[];
  own: Pick<Booking, 'id' | 'state' | 'seat' | 'number'> | null;
  kinds: (Pick<BookingEntity, 'audience' | 'seat'> & { waiting: number; ahead: number; lastTakenAt: string | null })[];
}

/** Of a session `s` of an event `e`, and the booking `m` that somebody has of it. */
const PLACES = `(select row_to_json(who) from who) as who, s.online_url as "onlineUrl", e.body_id as "bodyId",
         (select p.starts_at from session_part p where p.session_id = s.id and p.number = 1) as "startsAt",
         coalesce((select json_agg(json_build_object('seat', o.seat, 'audience', o.audience, 'places', o.places, 'taken', o.taken,
             'opensToAllOn', o.opens_to_all_on)) from session_pool o where o.session_id = s.id), '[]') as pools,
         json_build_object('id', m.id, 'state', m.state, 'seat', m.seat, 'number', m.number) as own,
         coalesce((select json_agg(k) from (
             select b.audience, b.seat, count(*) filter (where b.state = 'waiting') as waiting,
                    count(*) filter (where b.state = 'waiting' and b.number < m.number) as ahead,
                    max(coalesce(b.promoted_at, b.booked_at)) filter (where b.state = 'booked') as "lastTakenAt"
               from booking b where b.session_id = s.id and b.state <> 'cancelled' group by b.audience, b.seat) k), '[]') as kinds`;
const OWN = `left join booking m on m.session_id = s.id and m.person_id = $1 and m.state <> 'cancelled'`;

const OF_SESSIONS = `
  with who as (${BOOKER})
  select s.id, s.state, s.place, ${PLACES}
    from programme_session s left join programme_event e on e.id = s.event_id ${OWN}
   where s.id = any($3)`;

/** Of each topic so many are looked at: the first of them may be full. */
const OF_A_TOPIC = 3;

/** The very next session, the next of each topic, and those at which one has a place or waits for one: whoever they are for, until they are over. */
const OFFERED = `
  with who as (${BOOKER}), ${ME}, ${COMING_FOR_ME}, mine as (
    select s.id, p."on", p."from"
      from booking b join programme_session s on s.id = b.session_id and ${COMING}
      join session_part p on p.session_id = s.id and p.number = 1
     where b.person_id = $1 and b.state <> 'cancelled' and exists (
           select from session_part l where l.session_id = s.id and (l."on" > $2 or l."on" = $2 and (l.ends_at is null or l.ends_at > $3)))
  ), served as (
    select distinct c.id, c."on", c."from", t.topic
      from coming c join session_part p on p.session_id = c.id cross join unnest(p.topics) as t (topic)
  ), picked as (
    (select id, "on", "from" from coming order by "on", "from" nulls first, id limit 1)
    union (select id, "on", "from" from (
        select *, row_number() over (partition by topic order by "on", "from" nulls first, id) as nth from served) r where nth <= ${OF_A_TOPIC})
    union (select id, "on", "from" from mine))
  select ${SHOWN_SESSION}, e.slug, e.title, ${PLACES}
    from picked c join programme_session s on s.id = c.id
    join programme_event e on e.id = s.event_id cross join me ${OWN}
   order by c."on", c."from" nulls first, e.title, c.id`;

/** What members see of places: how many are left for them, and what they have. */
@Injectable()
export class PlacesShown {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of each session by its id, those only that are there. */
  async of(personId: string, sessionIds: readonly string[]): Promise<Map<string, ShownPlaces>> {
    if (sessionIds.length === 0) return new Map();
    const now = this.clock.now();
    const rows = await planned<Row>(this.source, 'events: places', OF_SESSIONS, [
      personId,
      dayInLondon(now),
      sessionIds,
    ]);
    const who = rows[0]?.who && bookerOf(rows[0].who);
    if (!who) return new Map();
    return new Map(rows.map((row) => [row.id, shown(row, who, now)]));
  }

  /**
   * What comes for somebody, by its beginning: the very next, the next few of each topic, and whatever they have booked. Of what
   * has begun only that is still among them.
   */
  async offered(personId: string): Promise<OfferedSession[]> {
    const now = this.clock.now();
    const rows = await planned<Row & Omit<OfferedSession, 'places'>>(this.source, 'events: offered', OFFERED, [
      personId,
      dayInLondon(now),
      now,
    ]);
    const booker = rows[0]?.who && bookerOf(rows[0].who);
    if (!booker) return [];
    return rows.map(({ who, onlineUrl, bodyId, startsAt, pools, own, kinds, ...session }) => {
      const { id, state, place } = session;
      const row = { id, state, place, who, onlineUrl, bodyId, startsAt, pools, own, kinds };
      return { ...session, places: shown(row, booker, now) };
    });
  }
}

function shown({ own, kinds, pools, bodyId, ...session }: Row, booker: Booker, now: Date): ShownPlaces {
  const bookable: Bookable = { ...session, pools, event: { bodyId } };
  const kind = (seat: Seat) => kinds.find((one) => one.seat === seat && one.audience === booker.audience);
  const has = own?.id ? own : undefined;
  return {
    own: has && {
      id: has.id,
      state: has.state,
      seat: has.seat,
      ahead: has.state === 'waiting' ? (kind(has.seat)?.ahead ?? 0) : null,
    },
    seats: seatsOf(session).map((seat) => ({
      seat,
      why: whyNot(bookable, booker, seat, now),
      places: placesFor(pools, { audience: booker.audience, seat }, dayInLondon(now)),
      waiting: kind(seat)?.waiting ?? 0,
      lastTakenAt: momentOf(kind(seat)?.lastTakenAt),
    })),
  };
}

/** JSON knows no dates. */
const momentOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);
