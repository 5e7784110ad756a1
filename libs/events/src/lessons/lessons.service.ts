import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { LessonEntity } from './lesson.entity';
import { LessonNotFound, NoNextWorkshop } from './lesson.errors';
import { type CarriedGap, LessonRepository, type SeriesEvent, type WrittenLesson } from './lesson.repository';
import { nextWorkshop } from './next-workshop';
import { SessionNotFound } from '../programme/programme.errors';
import { ProgrammeRepository } from '../programme/programme.repository';

/** What is written down of a discussion. */
export type SaidLesson = Pick<LessonEntity, 'kind' | 'prompt' | 'words'> & {
  /** Of the form: sent twice, it is one lesson. */
  id?: string;
};

/** What came of group discussions; what nobody could answer is carried to the next workshop of the series. */
@Injectable()
export class Lessons {
  constructor(
    private readonly rows: LessonRepository,
    private readonly programme: ProgrammeRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** As they were written down. */
  ofSession(sessionId: string): Promise<WrittenLesson[]> {
    return this.rows.ofSession(sessionId);
  }

  /** What earlier workshops left open, for whoever plans this one. */
  carriedTo(eventId: string): Promise<CarriedGap[]> {
    return this.rows.carriedTo(eventId);
  }

  /** The workshop that comes after an event in its series. */
  async next(eventId: string, tx?: EntityManager): Promise<SeriesEvent | undefined> {
    const read = async (inside: EntityManager) => {
      const series = await this.rows.series(inside, eventId);
      const self = series.find(({ id }) => id === eventId);
      return self && nextWorkshop(self, series);
    };
    return tx ? await read(tx) : await this.transactions.run(read);
  }

  /** A gap is carried at once, if there is a next workshop. @param by null: Induct itself @throws SessionNotFound */
  add(sessionId: string, said: SaidLesson, by: string | null, inside?: EntityManager): Promise<void> {
    const act = async (tx: EntityManager) => {
      await this.write(tx, sessionId, said, { recordedBy: by, captureId: null });
    };
    return inside ? act(inside) : this.transactions.run(act);
  }

  /** @throws SessionNotFound */
  async write(
    tx: EntityManager,
    sessionId: string,
    { id = this.ids.uuid(), kind, prompt, words }: SaidLesson,
    whose: Pick<LessonEntity, 'recordedBy' | 'captureId'>,
  ): Promise<void> {
    const session = await this.programme.find(sessionId, tx);
    if (!session) throw new SessionNotFound();
    const next = kind === 'gap' && session.eventId !== null ? await this.next(session.eventId, tx) : undefined;
    const row = { id, sessionId, kind, prompt: prompt?.trim() || null, words: words.trim(), ...whose };
    await this.rows.add(tx, { ...row, carriedToEvent: next?.id ?? null, recordedAt: this.clock.now() });
  }

  /** @throws LessonNotFound, NoNextWorkshop */
  carry(sessionId: string, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const lesson = await this.rows.find(tx, sessionId, id);
      if (lesson?.kind !== 'gap') throw new LessonNotFound();
      const session = await this.programme.find(sessionId, tx);
      const next = session?.eventId ? await this.next(session.eventId, tx) : undefined;
      if (!next) throw new NoNextWorkshop();
      await this.rows.carry(tx, id, next.id);
    });
  }

  /** The next workshop need not deal with it. @throws LessonNotFound */
  leave(sessionId: string, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      if (!(await this.rows.find(tx, sessionId, id))) throw new LessonNotFound();
      await this.rows.carry(tx, id, null);
    });
  }

  /** What does not belong here: by a link anybody writes who has it. @throws LessonNotFound */
  remove(sessionId: string, id: string, by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const lesson = await this.rows.find(tx, sessionId, id);
      if (!lesson) throw new LessonNotFound();
      await this.rows.remove(tx, id);
      const detail = { kind: lesson.kind, byLink: lesson.captureId !== null };
      await this.audit.record(tx, {
        actorId: by,
        action: 'lesson.removed',
        subjectType: 'session',
        subjectId: sessionId,
        detail,
      });
    });
  }
}
