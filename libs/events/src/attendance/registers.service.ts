import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Day, dayInLondon, DomainError, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AttendanceEntity } from './attendance.entity';
import type { AttendanceValue } from './attendance-said';
import {
  CorrectionNeedsAReason,
  MarkedAbsent,
  NobodyThere,
  NoSuchPart,
  NotBegun,
  NotTakingPlace,
  OwnAttendance,
  RegisterIsClosed,
} from './attendance.errors';
import { AttendanceRepository, type Correction, type RegisterRow } from './attendance.repository';
import { AttendedTopics } from './attended-topics.service';
import { alone } from './taking-place';
import { SessionNotFound } from '../programme/programme.errors';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';

/** What is ticked of one person in one part. */
export interface Mark {
  personId: string;
  /** Its number. */
  part: number;
  value: AttendanceValue;
  /** What stood there when the page was opened, null: nothing. What somebody else has changed since is not overwritten. */
  seen?: AttendanceValue | null;
}

/** What became of the ticks of a page. */
export interface Saved {
  /** Of whom something was changed. */
  changed: string[];
  /** Of whom it was changed that they have shown something by being there. */
  lost: string[];
  /** Ticks that were left out: somebody else has ticked otherwise meanwhile. */
  overtaken: Pick<Mark, 'personId' | 'part'>[];
  /** Of whom nothing could be written down, and why. */
  refused: { personId: string; why: string }[];
}

/** What one transaction did about one person. */
interface Done {
  changed: boolean;
  lost: boolean;
  overtaken: Pick<Mark, 'personId' | 'part'>[];
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
    private readonly attended: AttendedTopics,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
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
   * @throws SessionNotFound, NotTakingPlace, NotBegun, NoSuchPart, NobodyThere, OwnAttendance, MarkedAbsent, RegisterIsClosed, CorrectionNeedsAReason
   */
  async mark(sessionId: string, marks: readonly Mark[], marking: Marking): Promise<number> {
    let changed = 0;
    for (const [personId, theirs] of byPerson(marks)) {
      const done = await this.transactions.run((tx) => this.markOne(tx, sessionId, personId, theirs, marking));
      if (done.changed) changed++;
    }
    return changed;
  }

  /**
   * As `mark`, of a page full of ticks: whom it cannot be done of is named, and keeps nobody else from it.
   * @throws SessionNotFound, NotTakingPlace, CorrectionNeedsAReason
   */
  async save(sessionId: string, marks: readonly Mark[], marking: Marking): Promise<Saved> {
    const saved: Saved = { changed: [], lost: [], overtaken: [], refused: [] };
    for (const [personId, theirs] of byPerson(marks)) {
      try {
        const done = await this.transactions.run((tx) => this.markOne(tx, sessionId, personId, theirs, marking));
        if (done.changed) saved.changed.push(personId);
        if (done.lost) saved.lost.push(personId);
        saved.overtaken.push(...done.overtaken);
      } catch (error) {
        if (!(error instanceof DomainError) || OF_ALL.some((kind) => error instanceof kind)) throw error;
        saved.refused.push({ personId, why: error.title });
      }
    }
    return saved;
  }

  /** From now on, what is changed needs a reason. @throws SessionNotFound, NotTakingPlace, NotBegun, RegisterIsClosed */
  async close(sessionId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const session = await alone(this.programme, tx, sessionId);
      if (session.parts.some(({ on }) => this.isToCome(on))) throw new NotBegun();
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
  ): Promise<Done> {
    const session = await alone(this.programme, tx, sessionId);
    if (how === 'register' && personId === by) throw new OwnAttendance();
    if (!(await this.rows.isHere(tx, personId))) throw new NobodyThere();
    const before = await this.rows.values(tx, sessionId, personId);
    const other = marks.filter(({ part, value }) => before.get(part) !== value);
    const isOvertaken = ({ part, seen }: Mark) => seen !== undefined && seen !== (before.get(part) ?? null);
    const overtaken = other.filter(isOvertaken).map(({ part }) => ({ personId, part }));
    const changes = other.filter((mark) => !isOvertaken(mark));
    if (changes.length === 0) return { changed: false, lost: false, overtaken };
    for (const { part, value } of changes) this.mayBe(session, part, value);
    // Whoever was given the code by somebody in the room has not come by that.
    if (how === 'code' && changes.some(({ part }) => before.get(part) === 'absent')) throw new MarkedAbsent();
    const why = reason?.trim() || null;
    const isClosed = session.registerClosedAt !== null;
    if (isClosed && how === 'code') throw new RegisterIsClosed();
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
    const { gone } = await this.attended.settle(tx, session, personId, now, { by, reason: why });
    const corrected = changes.filter(({ part }) => before.has(part));
    if (corrected.length > 0)
      await this.record(tx, by, 'attendance.corrected', sessionId, { personId, reason: why, before: [...before] });
    return { changed: true, lost: gone > 0, overtaken };
  }

  /** Apologies come before the day; who was there is known on it, from its morning: people sign in before it begins. */
  private mayBe({ parts }: PlannedSession, number: number, value: AttendanceValue): void {
    const part = parts.find((one) => one.number === number);
    if (!part) throw new NoSuchPart();
    if (value !== 'apologies' && this.isToCome(part.on)) throw new NotBegun();
  }

  private isToCome(day: Day): boolean {
    return day > dayInLondon(this.clock.now());
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

/** Refusals that are about the whole page, not about somebody on it. */
const OF_ALL = [SessionNotFound, NotTakingPlace, CorrectionNeedsAReason];

/** In the order of ids: as everybody locks them. */
const byPerson = (marks: readonly Mark[]): (readonly [string, Mark[]])[] =>
  [...new Set(marks.map((mark) => mark.personId))]
    .toSorted()
    .map((personId) => [personId, marks.filter((mark) => mark.personId === personId)] as const);
