import { Injectable } from '@nestjs/common';
import { type Day, prepared, type Question } from '@induct/platform';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { EventEntity } from './event.entity';
import { PartEntity } from './part.entity';
import type { PlannedPart } from './parts';
import { PlannedOutcomeEntity } from './planned-outcome.entity';
import { PoolEntity } from './pool.entity';
import { AttendanceIsRecorded, EventNotFound, PlacesAreTaken, SlugIsTaken } from './programme.errors';
import { SessionEntity } from './session.entity';

export type PlannedPool = Omit<PoolEntity, 'sessionId' | 'taken'>;

/** A session with its event, its parts in their order and its places. */
export interface PlannedSession extends SessionEntity {
  event: Omit<EventEntity, 'ownTopic' | 'recordedAt' | 'recordedBy'> | null;
  /** Times are `09:30`. */
  parts: Pick<PartEntity, 'number' | 'on' | 'from' | 'to' | 'topics'>[];
  pools: Omit<PoolEntity, 'sessionId'>[];
  /** Of its first part, when that is known. */
  startsAt: Date | null;
  /** Of its last part. */
  endsAt: Date | null;
}

const SESSION = `
  select s.id, s.event_id as "eventId", s.state, s.place, s.online_url as "onlineUrl", s.districts, s.note,
         s.cancel_reason as "cancelReason", s.recorded_at as "recordedAt", s.recorded_by as "recordedBy", s.revision,
         s.register_closed_at as "registerClosedAt", s.register_closed_by as "registerClosedBy",
         case when e.id is not null then json_build_object('id', e.id, 'slug', e.slug, 'title', e.title, 'kind', e.kind,
           'about', e.about, 'format', e.format, 'facilitator', e.facilitator, 'bring', e.bring, 'officers', e.officers,
           'mandatory', e.mandatory, 'audience', e.audience, 'bodyId', e.body_id, 'series', e.series,
           'seriesOrder', e.series_order, 'sessionsPromised', e.sessions_promised, 'note', e.note) end as event,
         coalesce((select json_agg(json_build_object('number', p.number, 'on', p."on", 'from', to_char(p."from", 'HH24:MI'),
             'to', to_char(p."to", 'HH24:MI'), 'topics', p.topics) order by p.number)
           from session_part p where p.session_id = s.id), '[]') as parts,
         coalesce((select json_agg(json_build_object('seat', o.seat, 'audience', o.audience, 'places', o.places, 'taken', o.taken, 'opensToAllOn', o.opens_to_all_on) order by o.seat desc, o.audience)
           from session_pool o where o.session_id = s.id), '[]') as pools,
         (select p.starts_at from session_part p where p.session_id = s.id order by p.number limit 1) as "startsAt",
         (select p.ends_at from session_part p where p.session_id = s.id order by p.number desc limit 1) as "endsAt"
    from programme_session s left join programme_event e on e.id = s.event_id`;

/** A talk, and with whom it is. */
export type HostTalk = Pick<SessionEntity, 'id' | 'state'> & { host: string; from: string; to: string };

const ALONE = `select pg_advisory_xact_lock(hashtextextended('session ' || $1::uuid, 0))`;
const FOUND = { name: 'events: session', text: `${SESSION} where s.id = $1` };

@Injectable()
export class ProgrammeRepository {
  constructor(private readonly source: DataSource) {}

  /** Until the end of the transaction nobody else acts on these sessions. Several are locked in the order of their ids. */
  async alone(tx: EntityManager, sessionIds: readonly string[]): Promise<void> {
    for (const id of sessionIds.toSorted()) await tx.query(ALONE, [id]);
  }

  /** A session as `find` finds it once one is alone with it: asked with others, before what is read under its lock. */
  askAlone(id: string): Question<PlannedSession | undefined> {
    return {
      statements: [
        { name: 'events: alone with a session', text: ALONE, values: [id] },
        { ...FOUND, values: [id] },
      ],
      answer: ([, rows]) => rows![0] as PlannedSession | undefined,
    };
  }

  /** @throws SlugIsTaken */
  async addEvent(tx: EntityManager, event: EventEntity): Promise<void> {
    await inWords(tx.insert(EventEntity, event));
  }

  /** @throws SlugIsTaken */
  async updateEvent(tx: EntityManager, id: string, change: Partial<EventEntity>): Promise<void> {
    await inWords(tx.update(EventEntity, id, change));
  }

  async setOutcomes(tx: EntityManager, eventId: string, outcomes: readonly string[]): Promise<void> {
    await tx.delete(PlannedOutcomeEntity, { eventId });
    const rows = outcomes.map((words, at) => ({ eventId, number: at + 1, words }));
    if (rows.length > 0) await tx.insert(PlannedOutcomeEntity, rows);
  }

  findEvent(id: string, tx: EntityManager = this.source.manager): Promise<EventEntity | null> {
    return tx.findOneBy(EventEntity, { id });
  }

  /** It stays that until the end of the transaction. @throws EventNotFound */
  async ownTopicOf(tx: EntityManager, eventId: string | null): Promise<string | null> {
    if (eventId === null) return null;
    const event = await tx.findOne(EventEntity, { where: { id: eventId }, lock: { mode: 'for_key_share' } });
    if (!event) throw new EventNotFound();
    return event.ownTopic;
  }

  /** Every part of its sessions, but of those that are cancelled. */
  async nameInParts(tx: EntityManager, eventId: string, topic: string): Promise<void> {
    await tx.query(
      `update session_part set topics = topics || $2::text
        where session_id in (select id from programme_session where event_id = $1 and state <> 'cancelled')
          and not $2 = any (topics)`,
      [eventId, topic],
    );
  }

  eventBySlug(slug: string): Promise<EventEntity | null> {
    return this.source.manager.findOneBy(EventEntity, { slug });
  }

  /** All there are, by title. */
  events(): Promise<Pick<EventEntity, 'id' | 'slug' | 'title'>[]> {
    const order = { title: 'ASC', id: 'ASC' } as const;
    return this.source.manager.find(EventEntity, { select: { id: true, slug: true, title: true }, order });
  }

  async slugsLike(tx: EntityManager, slug: string): Promise<string[]> {
    const rows = await tx.query<Pick<EventEntity, 'slug'>[]>(
      `select slug from programme_event where slug = $1 or slug ~ ('^' || $1 || '-[0-9]+$')`,
      [slug],
    );
    return rows.map((row) => row.slug);
  }

  /** In words, by their numbers. */
  async outcomes(eventId: string, tx: EntityManager = this.source.manager): Promise<string[]> {
    const rows = await tx.find(PlannedOutcomeEntity, { where: { eventId }, order: { number: 'ASC' } });
    return rows.map(({ words }) => words);
  }

  async addSession(tx: EntityManager, session: SessionEntity): Promise<void> {
    await tx.insert(SessionEntity, session);
  }

  /** Its parts that have marks in the register, and whether anybody is written down there as present. */
  markedParts(tx: EntityManager, id: string): Promise<(Pick<PartEntity, 'number'> & { wasAttended: boolean })[]> {
    return tx.query<(Pick<PartEntity, 'number'> & { wasAttended: boolean })[]>(
      `select part as number, bool_or(value = 'present') as "wasAttended" from attendance where session_id = $1 group by part order by part`,
      [id],
    );
  }

  async updateSession(tx: EntityManager, id: string, change: Partial<SessionEntity>): Promise<void> {
    await tx.update(SessionEntity, id, change);
  }

  /** @throws AttendanceIsRecorded of a part that is to go */
  async setParts(tx: EntityManager, sessionId: string, parts: readonly PlannedPart[]): Promise<void> {
    const rows = parts.map(({ topics, ...part }, at) => ({ ...part, topics: [...topics], sessionId, number: at + 1 }));
    if (rows.length > 0) await tx.upsert(PartEntity, rows, ['sessionId', 'number']);
    try {
      await tx.delete(PartEntity, { sessionId, number: MoreThan(rows.length) });
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'attendance_part') throw new AttendanceIsRecorded();
      throw error;
    }
  }

  /** Whoever has a place has it still, and sits on none that is counted until places are given anew. */
  async releasePlaces(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query('update booking set pool_audience = null where session_id = $1 and pool_audience is not null', [
      sessionId,
    ]);
  }

  /** What hosts of talks have on a day, cancelled or not; until the end of the transaction nobody else plans or confirms talks on it. */
  async talksAlone(tx: EntityManager, on: Day, hosts: readonly string[]): Promise<HostTalk[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('talks on ' || $1::date, 0))`, [on]);
    return tx.query<HostTalk[]>(
      `select s.id, s.state, e.facilitator as host, to_char(p."from", 'HH24:MI') as "from", to_char(p."to", 'HH24:MI') as "to"
         from session_part p join programme_session s on s.id = p.session_id
         join programme_event e on e.id = s.event_id and e.kind = 'one-to-one'
        where p."on" = $1 and e.facilitator = any($2) and p."from" is not null and p."to" is not null`,
      [on, hosts],
    );
  }

  /** Nobody sits on those that go. @throws PlacesAreTaken */
  async setPools(tx: EntityManager, sessionId: string, pools: readonly PlannedPool[]): Promise<void> {
    const before = await tx.findBy(PoolEntity, { sessionId });
    const takenOf = ({ seat, audience }: Pick<PoolEntity, 'seat' | 'audience'>) =>
      before.find((pool) => pool.seat === seat && pool.audience === audience)?.taken ?? 0;
    const gone = before.filter(
      (pool) => !pools.some((one) => one.seat === pool.seat && one.audience === pool.audience),
    );
    if (gone.some(({ taken }) => taken > 0) || pools.some((pool) => takenOf(pool) > pool.places))
      throw new PlacesAreTaken();
    for (const { seat, audience } of gone) await tx.delete(PoolEntity, { sessionId, seat, audience });
    for (const { seat, audience, ...said } of pools) {
      const key = { sessionId, seat, audience };
      const { affected } = await tx.update(PoolEntity, key, said);
      if (affected === 0) await tx.insert(PoolEntity, { ...key, ...said, taken: 0 });
    }
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<PlannedSession | undefined> {
    const [row] = await prepared<PlannedSession>(tx, FOUND.name, FOUND.text, [id]);
    return row;
  }

  /** Those with a part on one of those days, by their beginning. */
  between(first: Day, last: Day, tx: EntityManager = this.source.manager): Promise<PlannedSession[]> {
    return tx.query<PlannedSession[]>(
      `${SESSION}
       cross join lateral (select min(p."on" + coalesce(p."from", time '00:00')) as begins from session_part p where p.session_id = s.id) d
        where s.id in (select session_id from session_part where "on" between $1 and $2) order by d.begins, e.title, s.id`,
      [first, last],
    );
  }

  /** Those whose day is to be confirmed, by title. */
  withoutDay(): Promise<PlannedSession[]> {
    return this.source.query<PlannedSession[]>(
      `${SESSION} where not exists (select from session_part p where p.session_id = s.id) and s.state <> 'cancelled'
        order by e.title, s.id`,
    );
  }

  ofEvent(eventId: string, tx: EntityManager = this.source.manager): Promise<PlannedSession[]> {
    return tx.query<PlannedSession[]>(
      `${SESSION} where s.event_id = $1
        order by (select min(p."on" + coalesce(p."from", time '00:00')) from session_part p where p.session_id = s.id) nulls last, s.id`,
      [eventId],
    );
  }
}

async function inWords(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'programme_event_slug_key') throw new SlugIsTaken();
    throw error;
  }
}
