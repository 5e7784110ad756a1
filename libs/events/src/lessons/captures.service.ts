import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Day, dayInLondon, daysLater, Ids, Transactions } from '@induct/platform';
import type { LessonCaptureEntity } from './lesson-capture.entity';
import type { LessonEntity } from './lesson.entity';
import { CaptureIsNotThere, TooManyLessons } from './lesson.errors';
import { LessonRepository, type MadeCapture } from './lesson.repository';
import { Lessons, type SaidLesson } from './lessons.service';
import { SessionNotFound } from '../programme/programme.errors';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';

/** So long after the last day a link still works: notes are written up in the days that follow. */
export const CAPTURED_WITHIN_DAYS = 14;
/** By one link. */
const MOST_LESSONS = 200;

/** A link by which a facilitator writes down what a group said: whoever has it can, and nobody has to sign in. */
@Injectable()
export class Captures {
  constructor(
    private readonly rows: LessonRepository,
    private readonly lessons: Lessons,
    private readonly programme: ProgrammeRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the secret of its address, which nobody is told again @throws SessionNotFound */
  make(sessionId: string, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      if (!(await this.programme.find(sessionId, tx))) throw new SessionNotFound();
      const [id, token] = [this.ids.uuid(), this.ids.secret()];
      const made = { madeAt: this.clock.now(), madeBy: by, revokedAt: null, revokedBy: null };
      await this.rows.addCapture(tx, { id, sessionId, tokenSha256: hashed(token), ...made });
      await this.audit.record(tx, {
        actorId: by,
        action: 'capture.made',
        subjectType: 'session',
        subjectId: sessionId,
        detail: { capture: id },
      });
      return token;
    });
  }

  /** The newest first. */
  ofSession(sessionId: string): Promise<MadeCapture[]> {
    return this.rows.captures(sessionId);
  }

  /** To take back what is taken back already changes nothing. */
  revoke(sessionId: string, id: string, by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      if (!(await this.rows.revoke(tx, sessionId, id, by, this.clock.now()))) return;
      await this.audit.record(tx, {
        actorId: by,
        action: 'capture.revoked',
        subjectType: 'session',
        subjectId: sessionId,
        detail: { capture: id },
      });
    });
  }

  /** What a link is about, and what came by it so far. @throws CaptureIsNotThere */
  async find(token: string): Promise<{ id: string; session: PlannedSession; lessons: LessonEntity[] }> {
    const { id, sessionId } = await this.standing(token);
    const session = await this.programme.find(sessionId);
    if (!session || this.isOver(session)) throw new CaptureIsNotThere();
    return { id, session, lessons: await this.rows.ofCapture(id) };
  }

  /** @throws CaptureIsNotThere, TooManyLessons */
  async write(token: string, said: SaidLesson): Promise<void> {
    const { id: captureId } = await this.find(token);
    await this.transactions.run(async (tx) => {
      const capture = await this.rows.standingCapture(tx, captureId);
      if (!capture) throw new CaptureIsNotThere();
      if ((await this.rows.countOf(tx, captureId)) >= MOST_LESSONS) throw new TooManyLessons();
      await this.lessons.write(tx, capture.sessionId, said, { recordedBy: null, captureId });
    });
  }

  private async standing(token: string): Promise<LessonCaptureEntity> {
    const capture = await this.rows.captureBy(hashed(token));
    if (!capture) throw new CaptureIsNotThere();
    return capture;
  }

  private isOver({ parts }: PlannedSession): boolean {
    const last: Day | undefined = parts
      .map(({ on }) => on)
      .toSorted()
      .at(-1);
    return last !== undefined && dayInLondon(this.clock.now()) > daysLater(last, CAPTURED_WITHIN_DAYS);
  }
}

/** The secret has 256 bits: nobody finds it by its hash. */
const hashed = (token: string): Buffer => createHash('sha256').update(token).digest();
