import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { AttendanceEntity } from './attendance.entity';
import { AttendanceWasEntity } from './attendance-was.entity';
import { AttendedEntity } from './attended.entity';
import { SessionEntity } from '../programme/session.entity';

/** Somebody on a register, with what is written down of each part by its number. */
export interface RegisterRow extends Pick<PersonCurrent, 'id' | 'name' | 'politicalGroup'> {
  marks: Pick<AttendanceEntity, 'part' | 'value' | 'how' | 'recordedAt'>[];
}

/** What a register said before, what it said instead, and who changed it. */
export type Correction = Pick<AttendanceWasEntity, 'id' | 'part' | 'value' | 'replacedAt' | 'personId'> & {
  name: PersonCurrent['name'];
  /** What it said from then on, and why. */
  to: AttendanceEntity['value'];
  why: AttendanceEntity['reason'];
  how: AttendanceEntity['how'];
  by: PersonCurrent['name'];
};

/** What is written down of somebody, and what it came to when that was worked out last. */
export interface CameTo extends Pick<AttendanceEntity, 'personId'> {
  marks: Pick<AttendanceEntity, 'part' | 'value'>[];
  met: Pick<AttendedEntity, 'topic' | 'metOn'>[];
}

/** Whoever has a talk, or is written down at it, and what is. */
export type Talker = Pick<PersonCurrent, 'id' | 'name' | 'politicalGroup'> &
  Pick<AttendanceEntity, 'sessionId'> & { value: AttendanceEntity['value'] | null };

@Injectable()
export class AttendanceRepository {
  constructor(private readonly source: DataSource) {}

  /** What is written down of somebody, by the number of the part. */
  async values(
    tx: EntityManager,
    sessionId: string,
    personId: string,
  ): Promise<Map<AttendanceEntity['part'], AttendanceEntity['value']>> {
    const rows = await tx.findBy(AttendanceEntity, { sessionId, personId });
    return new Map(rows.map(({ part, value }) => [part, value]));
  }

  async write(tx: EntityManager, row: AttendanceEntity): Promise<void> {
    await tx.upsert(AttendanceEntity, row, ['sessionId', 'part', 'personId']);
  }

  /** Everybody of whom something is written down, with their marks and what those came to. */
  async cameTo(sessionId: string): Promise<CameTo[]> {
    return this.source.query<CameTo[]>(
      `select a.person_id as "personId",
              json_agg(json_build_object('part', a.part, 'value', a.value)) as marks,
              (select coalesce(json_agg(json_build_object('topic', t.topic, 'metOn', t.met_on)), '[]') from attended t
                where t.session_id = $1 and t.person_id = a.person_id and t.withdrawn_at is null) as met
         from attendance a where a.session_id = $1 group by a.person_id order by a.person_id`,
      [sessionId],
    );
  }

  /** Whoever was at every part that names a topic, and of whom that is not kept: `topicsMet`, for all sessions at once. */
  lost(limit: number): Promise<Pick<AttendanceEntity, 'sessionId' | 'personId'>[]> {
    return this.source.query<Pick<AttendanceEntity, 'sessionId' | 'personId'>[]>(
      `select distinct x.session_id as "sessionId", x.person_id as "personId"
         from (select distinct a.session_id, a.person_id from attendance a where a.value = 'present') x
         join programme_session s on s.id = x.session_id and s.state in ('confirmed', 'delivered')
         cross join lateral (
           select t.topic from session_part p cross join unnest(p.topics) as t (topic)
             left join attendance a on a.session_id = p.session_id and a.part = p.number and a.person_id = x.person_id
            where p.session_id = x.session_id
            group by t.topic having bool_and(coalesce(a.value = 'present', false))) m
        where not exists (
          select from attended d where d.session_id = x.session_id and d.person_id = x.person_id and d.topic = m.topic
             and d.withdrawn_at is null)
        order by 1, 2 limit $1`,
      [limit],
    );
  }

  attended(tx: EntityManager, sessionId: string, personId: string): Promise<AttendedEntity[]> {
    return tx.findBy(AttendedEntity, { sessionId, personId, withdrawnAt: IsNull() });
  }

  async addAttended(tx: EntityManager, rows: AttendedEntity[]): Promise<void> {
    await tx.insert(AttendedEntity, rows);
  }

  async withdrawAttended(tx: EntityManager, ids: readonly string[], at: Date): Promise<void> {
    if (ids.length > 0) await tx.update(AttendedEntity, { id: In(ids) }, { withdrawnAt: at });
  }

  async isHere(tx: EntityManager, personId: string): Promise<boolean> {
    const rows = await tx.query<Pick<PersonCurrent, 'id'>[]>('select id from person_current where id = $1', [personId]);
    return rows.length > 0;
  }

  async close(tx: EntityManager, sessionId: string, by: string, at: Date): Promise<boolean> {
    const { affected } = await tx.update(
      SessionEntity,
      { id: sessionId, registerClosedAt: IsNull() },
      { registerClosedAt: at, registerClosedBy: by },
    );
    return affected === 1;
  }

  /** Everybody of whom something is written down, by name. */
  register(sessionId: string): Promise<RegisterRow[]> {
    return this.source.query<RegisterRow[]>(
      `select p.id, p.name, p.political_group as "politicalGroup",
              json_agg(json_build_object('part', a.part, 'value', a.value, 'how', a.how, 'recordedAt', a.recorded_at)
                order by a.part) as marks
         from attendance a join person_current p on p.id = a.person_id
        where a.session_id = $1
        group by p.id, p.name, p.political_group
        order by fold_name(p.name), p.id`,
      [sessionId],
    );
  }

  /** Of talks, which have one part: whoever has them, by name. */
  talkers(sessionIds: readonly string[]): Promise<Talker[]> {
    return this.source.query<Talker[]>(
      `select t.session_id as "sessionId", p.id, p.name, p.political_group as "politicalGroup", a.value
         from (select session_id, person_id from booking
                where session_id = any($1) and state = 'booked' and person_id is not null
               union select session_id, person_id from attendance where session_id = any($1)) t
         join person_current p on p.id = t.person_id
         left join attendance a on a.session_id = t.session_id and a.person_id = t.person_id and a.part = 1
        order by p.name_folded, p.name, p.id`,
      [sessionIds],
    );
  }

  /** The newest first. */
  corrections(sessionId: string): Promise<Correction[]> {
    return this.source.query<Correction[]>(
      `select w.id, w.person_id as "personId", w.part, w.value, w.replaced_at as "replacedAt", p.name, b.name as by,
              coalesce(w.next, a.value) as to, case when w.next is null then a.reason else w.next_reason end as why,
              coalesce(w.next_how, a.how) as how
         from (select x.*, lead(x.value) over later as next, lead(x.reason) over later as next_reason,
                      lead(x.how) over later as next_how
                 from attendance_was x where x.session_id = $1
               window later as (partition by x.part, x.person_id order by x.replaced_at)) w
         join attendance a on a.session_id = w.session_id and a.part = w.part and a.person_id = w.person_id
         join person_current p on p.id = w.person_id
         join person_current b on b.id = w.replaced_by
        order by w.replaced_at desc, w.id`,
      [sessionId],
    );
  }
}
