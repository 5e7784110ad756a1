import { Injectable } from '@nestjs/common';
import type { BodyStanding } from '@induct/people';
import { Clock, type Day, dayInLondon, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { LATER_TALKS, TALKS } from './gathered-talks.sql';
import type { EventEntity } from './event.entity';
import type { PartEntity } from './part.entity';
import type { EventKind } from './programme.words';
import type { SessionEntity } from './session.entity';

/** A run of an event, as members see it: nothing that is for whoever plans, and no link for those who join online. */
export interface ShownSession extends Pick<
  SessionEntity,
  'id' | 'state' | 'place' | 'districts' | 'cancelReason' | 'revision'
> {
  isOnline: boolean;
  /** It is for one's own district, or for no one's alone. */
  isForMyDistrict: boolean;
  /** In their order; none: the day is to be confirmed. Times are `09:30`. */
  parts: Pick<PartEntity, 'number' | 'on' | 'from' | 'to' | 'topics'>[];
}

/** Whose it is, beside what it is. */
interface ForWhom {
  /** Of the body whose members it is for; null: for everyone. */
  bodyName: BodyStanding['name'] | null;
  /** It is for everyone, or one sits on that body today. */
  isForMyBody: boolean;
}

export interface ListedSession
  extends ShownSession, ForWhom, Pick<EventEntity, 'slug' | 'title' | 'kind' | 'about' | 'mandatory'> {
  /** It stands for all talks with one person on that day, in their order; null: it is no talk. Times are `09:30`. */
  talks: (Pick<SessionEntity, 'id'> & Pick<PartEntity, 'from' | 'to'>)[] | null;
}

export interface ShownEvent
  extends
    ForWhom,
    Pick<
      EventEntity,
      | 'slug'
      | 'title'
      | 'kind'
      | 'about'
      | 'format'
      | 'facilitator'
      | 'bring'
      | 'officers'
      | 'mandatory'
      | 'series'
      | 'seriesOrder'
    > {
  outcomes: string[];
  /** By their beginning, those without a day last. */
  sessions: ShownSession[];
  /** The others of its series that members see, in their order, each with the day of its next session. */
  others: (Pick<EventEntity, 'slug' | 'title' | 'seriesOrder'> & { nextOn: Day | null })[];
}

/** A session that is still to come, and one of the topics that it serves; null: it is the very next, whatever it serves. */
export interface NextSession extends Pick<SessionEntity, 'id' | 'state'>, Pick<EventEntity, 'slug' | 'title'> {
  topic: string | null;
  /** Its first part. */
  on: Day;
  from: string | null;
  to: string | null;
}

export interface ProgrammeFilter {
  show: 'coming' | 'past';
  kind: EventKind | '';
  /** Only what serves one of these; null: whatever it serves. */
  topics: readonly string[] | null;
}

/** Of a person ($1) on a day ($2). */
export const ME = `me as (select (select district from person_current where id = $1) as district,
    array(select body_id from membership_standing where person_id = $1 and superseded_at is null and during @> $2::date) as bodies)`;

const FOR_WHOM = `(select name from body_standing where id = e.body_id) as "bodyName",
  e.body_id is null or e.body_id = any(me.bodies) as "isForMyBody"`;

/** A session `s` for `ME`. */
export const SHOWN_SESSION = `s.id, s.state, s.place, s.districts, s.cancel_reason as "cancelReason", s.revision, s.online_url is not null as "isOnline",
  s.districts = '{}' or me.district is not null and me.district = any(s.districts) as "isForMyDistrict",
  coalesce((select json_agg(json_build_object('number', p.number, 'on', p."on", 'from', to_char(p."from", 'HH24:MI'),
      'to', to_char(p."to", 'HH24:MI'), 'topics', p.topics) order by p.number)
    from session_part p where p.session_id = s.id), '[]') as parts`;

/** Of a session `s` that is to take place. */
export const COMING = `s.state in ('provisional', 'confirmed')`;
/** Of a session `s` that is planned and may be told: neither an idea nor a date kept free. */
export const TOLD = `s.event_id is not null and s.state in ('provisional', 'confirmed', 'delivered', 'cancelled')`;

/** Of a session `s` with its first part `p`. What is asked of other parts is one list (`in`), not a look for each session: all are counted. */
const FOUND = {
  coming: `${COMING} and (p."on" is null or s.id in (select session_id from session_part where "on" >= $2))`,
  past: `s.state in ('confirmed', 'delivered') and p."on" < $2
    and s.id not in (select session_id from session_part where "on" >= $2)`,
};
/** By the first part; what has no day yet comes last. */
const ORDER = {
  coming: `p."on" nulls last, p."from" nulls first, s.id`,
  past: `p."on" desc, p."from" desc nulls last, s.id`,
};
/** Read for each session of a page: `offset 0` keeps PostgreSQL from joining all there are first, for it cannot know how few a page holds. */
const OF_THE_PAGE = `cross join lateral (select * from programme_session where id = f.id offset 0) s
      join programme_event e on e.id = s.event_id
      left join lateral (select * from session_part where session_id = s.id and number = 1 offset 0) p on true`;

const page = (show: ProgrammeFilter['show']) => `
  with ${ME}, ${LATER_TALKS}, found as (
    select s.id, (count(*) over ())::int as total
      from programme_session s left join session_part p on p.session_id = s.id and p.number = 1
     where ${FOUND[show]} and s.event_id is not null and s.id not in (select id from later_talk)
       and ($3 = '' or s.event_id in (select id from programme_event where kind = $3))
       and ($4::text[] is null or s.id in (select session_id from session_part where topics && $4))
     order by ${ORDER[show]} limit $5 offset $6)
  select ${SHOWN_SESSION}, e.slug, e.title, e.kind, e.about, e.mandatory, ${FOR_WHOM}, ${TALKS}, f.total
    from found f ${OF_THE_PAGE} cross join me
   order by ${ORDER[show]}`;

/**
 * What begins from a day ($2) and moment ($3) on and is for everyone, or for somebody's own body and district (`ME`), for two years:
 * each session with its beginning.
 */
export const COMING_FOR_ME = `coming as (
  select s.id, s.state, e.slug, e.title, p."on", p."from"
    from session_part p join programme_session s on s.id = p.session_id and ${COMING}
    join programme_event e on e.id = s.event_id cross join me
   where p.number = 1 and p."on" between $2 and $2::date + 731 and (p."on" > $2 or p.starts_at is null or p.starts_at > $3)
     and (e.body_id is null or e.body_id = any(me.bodies))
     and (s.districts = '{}' or me.district = any(s.districts)))`;

/** What members see of the programme. */
@Injectable()
export class ShownProgramme {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What comes, the earliest first and what has no day last; or what was, the latest first. */
  async page(
    personId: string,
    { show, kind, topics }: ProgrammeFilter,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ rows: ListedSession[]; total: number }> {
    const rows = await planned<ListedSession & { total: number }>(
      this.source,
      `events: programme, ${show}`,
      page(show),
      [personId, this.today(), kind, topics, limit, offset],
    );
    return { rows, total: rows[0]?.total ?? 0 };
  }

  /** Undefined when there is none, or nothing of it may be told yet. */
  async event(personId: string, slug: string): Promise<ShownEvent | undefined> {
    const [row] = await planned<ShownEvent>(
      this.source,
      'events: event',
      `with ${ME}
       select e.slug, e.title, e.kind, e.about, e.format, e.facilitator, e.bring, e.officers, e.mandatory, e.series,
              e.series_order as "seriesOrder", ${FOR_WHOM},
              array(select words from planned_outcome where event_id = e.id order by number) as outcomes,
              (select json_agg(x order by x.parts #>> '{0,on}' nulls last, x.parts #>> '{0,from}', x.id) from (
                 select ${SHOWN_SESSION} from programme_session s where s.event_id = e.id and ${TOLD}) x) as sessions,
              coalesce((select json_agg(o order by o."seriesOrder" nulls last, o.title) from (
                 select b.slug, b.title, b.series_order as "seriesOrder", (
                          select min(p."on")::text from session_part p join programme_session s on s.id = p.session_id
                           where s.event_id = b.id and ${COMING} and p."on" >= $2) as "nextOn"
                   from programme_event b
                  where b.series = e.series and b.id <> e.id
                    and exists (select from programme_session s where s.event_id = b.id and ${TOLD})) o), '[]') as others
         from programme_event e cross join me
        where e.slug = $3 and exists (select from programme_session s where s.event_id = e.id and ${TOLD})`,
      [personId, this.today(), slug],
    );
    return row;
  }

  /**
   * The very next session, and of each topic the next that serves it: those only that are for everyone, or for somebody's own
   * body and district. A topic counts when one was there from the first part on, and so what has begun is no longer among them.
   * What is more than two years away is nobody's next.
   */
  next(personId: string): Promise<NextSession[]> {
    return planned<NextSession>(
      this.source,
      'events: next',
      `with ${ME}, ${COMING_FOR_ME}
       select n.topic, n.id, n.state, n.slug, n.title, n."on"::text, to_char(n."from", 'HH24:MI') as "from",
              to_char((select max(l."to") from session_part l where l.session_id = n.id and l."on" = n."on"), 'HH24:MI') as "to"
         from (
           (select null as topic, c.* from coming c order by c."on", c."from" nulls first, c.id limit 1)
           union all
           (select distinct on (t.topic) t.topic, c.*
              from coming c join session_part p on p.session_id = c.id cross join unnest(p.topics) as t (topic)
             order by t.topic, c."on", c."from" nulls first, c.id)) n`,
      [personId, this.today(), this.clock.now()],
    );
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}
