import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { LessonCaptureEntity } from './lesson-capture.entity';
import { LessonEntity } from './lesson.entity';
import type { InSeries } from './next-workshop';
import { EventEntity } from '../programme/event.entity';
import type { PartEntity } from '../programme/part.entity';

/** With what it is carried to. */
export type WrittenLesson = LessonEntity & { carriedTo: Pick<EventEntity, 'title' | 'slug'> | null };

/** Something that an earlier workshop left open. */
export type CarriedGap = Pick<LessonEntity, 'id' | 'sessionId' | 'prompt' | 'words'> &
  Pick<EventEntity, 'title'> & { on: PartEntity['on'] | null };

/** A link, with what came by it. Never the secret. */
export type MadeCapture = Pick<LessonCaptureEntity, 'id' | 'madeAt' | 'revokedAt'> & {
  by: PersonCurrent['name'] | null;
  lessons: number;
};

/** An event of a series. */
export type SeriesEvent = Pick<EventEntity, 'title' | 'slug'> & InSeries;

@Injectable()
export class LessonRepository {
  constructor(private readonly source: DataSource) {}

  /** As they were written down. */
  ofSession(sessionId: string): Promise<WrittenLesson[]> {
    return this.source.query<WrittenLesson[]>(
      `select l.id, l.session_id as "sessionId", l.kind, l.prompt, l.words, l.carried_to_event as "carriedToEvent",
              l.capture_id as "captureId", l.recorded_at as "recordedAt", l.recorded_by as "recordedBy",
              case when e.id is not null then json_build_object('title', e.title, 'slug', e.slug) end as "carriedTo"
         from lesson l left join programme_event e on e.id = l.carried_to_event
        where l.session_id = $1 order by l.recorded_at, l.id`,
      [sessionId],
    );
  }

  ofCapture(captureId: string): Promise<LessonEntity[]> {
    return this.source.manager.find(LessonEntity, { where: { captureId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  /** Gaps that were carried to an event, those of the latest session first. */
  carriedTo(eventId: string): Promise<CarriedGap[]> {
    return this.source.query<CarriedGap[]>(
      `select l.id, l.session_id as "sessionId", l.prompt, l.words, e.title,
              (select min(p."on")::text from session_part p where p.session_id = l.session_id) as "on"
         from lesson l join programme_session s on s.id = l.session_id join programme_event e on e.id = s.event_id
        where l.carried_to_event = $1 order by "on" desc nulls last, l.recorded_at, l.id`,
      [eventId],
    );
  }

  /** Of the series that an event is in, itself among them; none when it is in none. */
  series(tx: EntityManager, eventId: string): Promise<SeriesEvent[]> {
    return tx.query<SeriesEvent[]>(
      `select o.id, o.title, o.slug, o.series, o.series_order as "seriesOrder"
         from programme_event e join programme_event o on o.series = e.series where e.id = $1`,
      [eventId],
    );
  }

  /** @returns false when it is there already: a form that was sent twice */
  async add(tx: EntityManager, lesson: LessonEntity): Promise<boolean> {
    const result = await tx
      .createQueryBuilder()
      .insert()
      .into(LessonEntity)
      .values(lesson)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  find(tx: EntityManager, sessionId: string, id: string): Promise<LessonEntity | null> {
    return tx.findOneBy(LessonEntity, { id, sessionId });
  }

  async carry(tx: EntityManager, id: string, carriedToEvent: string | null): Promise<void> {
    await tx.update(LessonEntity, id, { carriedToEvent });
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(LessonEntity, id);
  }

  async addCapture(tx: EntityManager, capture: LessonCaptureEntity): Promise<void> {
    await tx.insert(LessonCaptureEntity, capture);
  }

  captures(sessionId: string): Promise<MadeCapture[]> {
    return this.source.query<MadeCapture[]>(
      `select c.id, c.made_at as "madeAt", c.revoked_at as "revokedAt", p.name as by,
              (select count(*)::int from lesson l where l.capture_id = c.id) as lessons
         from lesson_capture c left join person_current p on p.id = c.made_by
        where c.session_id = $1 order by c.made_at desc, c.id`,
      [sessionId],
    );
  }

  /** One that was not taken back. */
  captureBy(tokenSha256: Buffer): Promise<LessonCaptureEntity | null> {
    return this.source.manager.findOneBy(LessonCaptureEntity, { tokenSha256, revokedAt: IsNull() });
  }

  /** The row is locked: what comes by a link is counted one by one. */
  async standingCapture(tx: EntityManager, id: string): Promise<LessonCaptureEntity | undefined> {
    const [row] = await tx.query<LessonCaptureEntity[]>(
      `select id, session_id as "sessionId", token_sha256 as "tokenSha256", made_at as "madeAt", made_by as "madeBy",
              revoked_at as "revokedAt", revoked_by as "revokedBy"
         from lesson_capture where id = $1 and revoked_at is null for update`,
      [id],
    );
    return row;
  }

  async countOf(tx: EntityManager, captureId: string): Promise<number> {
    return await tx.countBy(LessonEntity, { captureId });
  }

  /** @returns whether it stood until now */
  async revoke(tx: EntityManager, sessionId: string, id: string, by: string, at: Date): Promise<boolean> {
    const { affected } = await tx.update(
      LessonCaptureEntity,
      { id, sessionId, revokedAt: IsNull() },
      { revokedAt: at, revokedBy: by },
    );
    return affected === 1;
  }
}
