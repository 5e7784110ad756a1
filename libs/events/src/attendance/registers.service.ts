import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AttendanceEntity, AttendanceValue } from './attendance.entity';
import {
  CorrectionNeedsAReason,
  NobodyThere,
  NoSuchPart,
  NotBegun,
  NotTakingPlace,
  OwnAttendance,
  RegisterIsClosed,
} from './attendance.errors';
import { AttendanceCorrected, AttendanceRecorded } from './attendance.events';
import { AttendanceRepository, type Correction, type RegisterRow } from './attendance.repository';
import type { AttendedEntity } from './attended.entity';
import { topicsMet } from './topics-met';
import { SessionNotFound } from '../programme/programme.errors';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';

/** What is ticked of one person in one part. */
export interface Mark {
  personId: string;
  /** Its number. */
  part: number;
  value: AttendanceValue;
}

export interface Marking {
  by: string;
  how: 'register' | 'code';
  /** Why, when the register is closed already. */
  reason?: string | null;
}

/**
 * Who was there. It becomes evidence in the very transaction that writes it down; when a register is corrected, what somebody
 * seemed to have shown counts no more. Nobody's award is taken by that: officers are asked.
 */
@Injectable()
export class Registers {
  constructor(
    private readonly rows: AttendanceRepository,
    private readonly programme: ProgrammeRepository,
    private readonly announcements: Announcements,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Everybody of whom something is written down, by name. */
  register(sessionId: string): Promise<RegisterRow[]> {
    return this.rows.register(sessionId);
  }

  /** What was put right, the newest first. */
  corrections(sessionId: string): Promise<Correction[]> {
    return this.rows.corrections(sessionId);
  }

  /**
   * One transaction a person, in the order of their ids: a hall full of people holds nobody up, and what was written of the
   * first stays when something is wrong with the last. To tick what is ticked already changes nothing.
   * @returns how many people something was changed of
   * @throws SessionNotFound, NotTakingPlace, NotBegun, NoSuchPart, NobodyThere, OwnAttendance, CorrectionNeedsAReason
   */
  async mark(sessionId: string, marks: readonly Mark[], marking: Marking): Promise<number> {
    let changed = 0;
    for (const personId of [...new Set(marks.map((mark) => mark.personId))].toSorted()) {
      const theirs = marks.filter((mark) => mark.personId === personId);
      if (await this.transactions.run((tx) => this.markOne(tx, sessionId, personId, theirs, marking))) changed++;
    }
    return changed;
  }

  /** From now on, what is changed needs a reason. @throws SessionNotFound, RegisterIsClosed */
  async close(sessionId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.session(tx, sessionId);
      if (!(await this.rows.close(tx, sessionId, by, this.clock.now()))) throw new RegisterIsClosed();
      await this.record(tx, by, 'register.closed', sessionId, {});
    });
  }

  private async markOne(
    tx: EntityManager,
    sessionId: string,
    personId: string,
    marks: readonly Mark[],
    { by, how, reason }: Marking,
  ): Promise<boolean> {
    const session = await this.session(tx, sessionId);
    this.mustTakePlace(session);
    if (how === 'register' && personId === by) throw new OwnAttendance();
    if (!(await this.rows.isHere(tx, personId))) throw new NobodyThere();
    const before = new Map((await this.rows.of(tx, sessionId, personId)).map((row) => [row.part, row.value]));
    const changes = marks.filter(({ part, value }) => before.get(part) !== value);
    if (changes.length === 0) return false;
    if (changes.some(({ part }) => session.parts.every(({ number }) => number !== part))) throw new NoSuchPart();
    const why = reason?.trim() || null;
    const isClosed = session.registerClosedAt !== null;
    if (isClosed && why === null) throw new CorrectionNeedsAReason();
    for (const { part, value } of changes) {
      const row: AttendanceEntity = {
        sessionId,
        part,
        personId,
        value,
        how,
        reason: why,
        recordedAt: this.clock.now(),
        recordedBy: by,
      };
      await this.rows.write(tx, row);
    }
    const now = new Map([...before, ...changes.map(({ part, value }) => [part, value] as const)]);
    await this.settle(tx, session, personId, (number) => now.get(number), { by, reason: why });
    const corrected = changes.filter(({ part }) => before.has(part));
    if (corrected.length > 0)
      await this.record(tx, by, 'attendance.corrected', sessionId, { personId, reason: why, before: [...before] });
    return true;
  }

  /** What it has come to, topic by topic. */
  private async settle(
    tx: EntityManager,
    session: PlannedSession,
    personId: string,
    value: (part: number) => AttendanceValue | undefined,
    { by, reason }: { by: string; reason: string | null },
  ): Promise<void> {
    const at = this.clock.now();
    const met = topicsMet(session.parts, value);
    const stood = await this.rows.attended(tx, session.id, personId);
    const gone = stood.filter(({ topic }) => !met.has(topic)).map(({ id }) => id);
    const added: AttendedEntity[] = [...met]
      .filter(([topic]) => stood.every((row) => row.topic !== topic))
      .map(([topic, metOn]) => ({
        id: this.ids.uuid(),
        sessionId: session.id,
        personId,
        topic,
        metOn,
        recordedAt: at,
        withdrawnAt: null,
      }));
    await this.rows.withdrawAttended(tx, gone, at);
    await this.rows.addAttended(tx, added);
    const why = reason ?? 'The register of the session was put right.';
    if (gone.length > 0) await this.announcements.announce(tx, new AttendanceCorrected(personId, gone, by, why));
    if (added.length > 0) await this.announcements.announce(tx, new AttendanceRecorded(personId, at));
  }

  private async session(tx: EntityManager, id: string): Promise<PlannedSession> {
    await this.programme.alone(tx, [id]);
    const session = await this.programme.find(id, tx);
    if (!session) throw new SessionNotFound();
    return session;
  }

  private mustTakePlace({ state, parts, startsAt }: PlannedSession): void {
    if (state !== 'confirmed' && state !== 'delivered') throw new NotTakingPlace();
    // People sign in before it begins, and on its day.
    if (startsAt && dayInLondon(startsAt) > dayInLondon(this.clock.now())) throw new NotBegun();
    if (parts.length === 0) throw new NoSuchPart();
  }

  private async record(
    tx: EntityManager,
    actorId: string,
    action: string,
    subjectId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { actorId, action, subjectType: 'session', subjectId, detail });
  }
}
