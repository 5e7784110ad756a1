import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, daysLater, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { PlacesShown } from '../bookings/shown-places.queries';
import type { EventEntity } from '../programme/event.entity';
import { type ComingSession, toBook, type ToBook } from './to-book';

/** How far ahead a session is worth naming. */
const AHEAD_DAYS = 400;
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
    private readonly source: DataSource,
    private readonly places: PlacesShown,
    private readonly clock: Clock,
  ) {}

  /** @param topics slugs of requirements @returns for each of them */
  async of(personId: string, topics: readonly string[]): Promise<Map<string, ForTopic>> {
    if (topics.length === 0) return new Map();
    const [coming, missed] = await Promise.all([this.coming(personId, topics), this.missed(personId, topics)]);
    const places = await this.places.of(
      personId,
      coming.map(({ id }) => id),
    );
    return new Map(
      topics.map((topic) => {
        const session = toBook(topic, coming, places);
        return [
          topic,
          { session, missed: session?.has === 'place' ? undefined : missed.find((one) => one.topic === topic) },
        ];
      }),
    );
  }

  /** What can be booked, for everybody or for somebody's own body and district; and what they have booked, whosever it is. */
  private coming(personId: string, topics: readonly string[]): Promise<ComingSession[]> {
    const now = this.clock.now();
    const today = dayInLondon(now);
    return planned<ComingSession>(
      this.source,
      'events: to book',
      `with me as (select (select district from person_current where id = $1) as district,
          array(select body_id from membership_standing where person_id = $1 and superseded_at is null and during @> $2::date) as bodies)
       select s.id, e.slug, e.title, p."on"::text, to_char(p."from", 'HH24:MI') as "from", to_char(p."to", 'HH24:MI') as "to",
              array(select distinct unnest(t.topics) from session_part t where t.session_id = s.id) as topics
         from session_part p join programme_session s on s.id = p.session_id and s.state = 'confirmed'
         join programme_event e on e.id = s.event_id cross join me
        where p.number = 1 and p."on" between $2 and $3 and p.starts_at > $4
          and exists (select from session_part t where t.session_id = s.id and t.topics && $5)
          and ((e.body_id is null or e.body_id = any(me.bodies)) and (s.districts = '{}' or me.district = any(s.districts))
            or exists (select from booking b where b.session_id = s.id and b.person_id = $1 and b.state <> 'cancelled'))
        order by p."on", p."from", s.id`,
      [personId, today, daysLater(today, AHEAD_DAYS), now, topics],
    );
  }

  /** The latest first; only where the register is closed: until then somebody may still be written down. */
  private missed(personId: string, topics: readonly string[]): Promise<(Missed & { topic: string })[]> {
    const today = dayInLondon(this.clock.now());
    return planned<Missed & { topic: string }>(
      this.source,
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
