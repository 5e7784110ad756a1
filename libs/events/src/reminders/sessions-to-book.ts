import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, daysLater, prepared } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { BookingRepository } from '../bookings/booking.repository';
import type { EventEntity } from '../programme/event.entity';
import { type ComingSession, toBook, type ToBook } from './to-book';

/** How far ahead a session is worth naming. */
const AHEAD_DAYS = 400;
const DAY_MS = 24 * 3_600_000;
/** So long somebody is told that they were not at a session. */
const MISSED_DAYS = 60;

/** A session that somebody had a place at, and is not down as having been there. */
export interface Missed extends Pick<EventEntity, 'title'> {
  on: Day;
}

/** For a topic that somebody still needs. */
export interface ForTopic {
  /** Undefined: there is none. */
  session: ToBook | undefined;
  /** The last that they have missed; undefined once they have a place at another. */
  missed: Missed | undefined;
}

/** Which sessions are to be booked for what somebody still needs. */
@Injectable()
export class SessionsToBook {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly clock: Clock,
  ) {}

  /** @param topics slugs of requirements @returns for each of them */
  async of(tx: EntityManager, personId: string, topics: readonly string[]): Promise<Map<string, ForTopic>> {
    const now = this.clock.now();
    const today = dayInLondon(now);
    const booker = topics.length > 0 && (await this.bookings.booker(tx, personId, today));
    if (!booker) return new Map();
    const coming = await this.coming(tx, personId, topics, now);
    const missed = await this.missed(tx, personId, topics, today);
    return new Map(
      topics.map((topic) => {
        const session = toBook(topic, coming, booker, { today, now });
        const isPlaced = session?.has === 'place';
        return [topic, { session, missed: isPlaced ? undefined : missed.find((one) => one.topic === topic) }];
      }),
    );
  }

  /** What can be booked, for everybody or for somebody's own district; and what they have booked, whosever it is. */
  private coming(tx: EntityManager, personId: string, topics: readonly string[], now: Date): Promise<ComingSession[]> {
    return prepared<ComingSession>(
      tx,
      'events: to book',
      `select s.id, s.state, s.place, s.online_url as "onlineUrl", e.slug, e.title, e.body_id as "bodyId", p.starts_at as "startsAt",
              p."on"::text, to_char(p."from", 'HH24:MI') as "from", b.state as own,
              array(select distinct unnest(t.topics) from session_part t where t.session_id = s.id) as topics,
              coalesce((select json_agg(json_build_object('seat', o.seat, 'audience', o.audience, 'places', o.places,
                  'taken', o.taken, 'opensToAllOn', o.opens_to_all_on)) from session_pool o where o.session_id = s.id), '[]') as pools
         from session_part p join programme_session s on s.id = p.session_id and s.state = 'confirmed'
         join programme_event e on e.id = s.event_id
         left join booking b on b.session_id = s.id and b.person_id = $1 and b.state <> 'cancelled'
        where p.number = 1 and p.starts_at > $2 and p.starts_at < $3
          and exists (select from session_part t where t.session_id = s.id and t.topics && $4)
          and (b.id is not null or s.districts = '{}'
            or exists (select from person_current where id = $1 and district = any(s.districts)))
        order by p.starts_at, s.id`,
      [personId, now, new Date(now.getTime() + AHEAD_DAYS * DAY_MS), topics],
    );
  }

  /** The latest first; only where the register is closed: until then somebody may still be written down. */
  private missed(
    tx: EntityManager,
    personId: string,
    topics: readonly string[],
    today: Day,
  ): Promise<(Missed & { topic: string })[]> {
    return prepared<Missed & { topic: string }>(
      tx,
      'events: missed',
      `select t.topic, e.title, max(p."on")::text as "on"
         from booking b join programme_session s on s.id = b.session_id and s.state = 'delivered' and s.register_closed_at is not null
         join programme_event e on e.id = s.event_id join session_part p on p.session_id = s.id
         cross join unnest(p.topics) as t (topic)
        where b.person_id = $1 and b.state = 'booked' and t.topic = any($2) and p."on" > $3
          and not exists (select from attended a where a.session_id = s.id and a.person_id = $1 and a.topic = t.topic
                and a.withdrawn_at is null)
        group by t.topic, e.title, s.id order by 3 desc, s.id`,
      [personId, topics, daysLater(today, -MISSED_DAYS)],
    );
  }
}
