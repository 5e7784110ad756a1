import { Injectable } from '@nestjs/common';
import { Announcements, Clock, type Day, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AttendanceValue } from './attendance-said';
import { AttendanceCorrected, AttendanceRecorded } from './attendance.events';
import { AttendanceRepository, type CameTo } from './attendance.repository';
import type { AttendedEntity } from './attended.entity';
import { alone } from './taking-place';
import { topicsMet } from './topics-met';
import { SessionNotFound } from '../programme/programme.errors';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';

/**
 * What being there comes to: the topics somebody has shown by it. What somebody only seemed to have shown is withdrawn; nobody's
 * award is taken by that: officers are asked.
 */
@Injectable()
export class AttendedTopics {
  constructor(
    private readonly rows: AttendanceRepository,
    private readonly programme: ProgrammeRepository,
    private readonly announcements: Announcements,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * What it comes to now, topic by topic, in the transaction that changed it and is alone with the session.
   * @param values what is written down of them, by the number of the part
   */
  async settle(
    tx: EntityManager,
    session: PlannedSession,
    personId: string,
    values: ReadonlyMap<number, AttendanceValue>,
    { by, reason }: { by: string; reason: string | null },
  ): Promise<{ added: number; gone: number }> {
    const at = this.clock.now();
    const met = topicsMet(session.parts, (part) => values.get(part));
    const stood = await this.rows.attended(tx, session.id, personId);
    const gone = stood.filter(({ topic, metOn }) => met.get(topic) !== metOn).map(({ id }) => id);
    const added = [...met].filter(([topic, metOn]) => stood.every((row) => row.topic !== topic || row.metOn !== metOn));
    await this.rows.withdrawAttended(tx, gone, at);
    const why = reason ?? 'The register of the session was put right.';
    if (gone.length > 0) await this.announcements.announce(tx, new AttendanceCorrected(personId, gone, by, why));
    await this.addMet(tx, session, personId, added);
    return { added: added.length, gone: gone.length };
  }

  /**
   * The topics of a session, or its days, were put right after people had been there: what their being there comes to is worked
   * out anew, as `Registers.mark` does it. Where nothing is changed by that, nothing is written.
   * @returns how many people it was changed of
   * @throws SessionNotFound, NotTakingPlace
   */
  async settleAnew(sessionId: string, by: string): Promise<number> {
    let changed = 0;
    const session = await this.programme.find(sessionId);
    if (!session) throw new SessionNotFound();
    const all = await this.rows.cameTo(sessionId);
    for (const { personId } of all.filter((one) => !isSettled(session, one))) {
      const done = await this.transactions.run(async (tx) => {
        const known = await alone(this.programme, tx, sessionId);
        const values = await this.rows.values(tx, sessionId, personId);
        return this.settle(tx, known, personId, values, {
          by,
          reason: 'What the session is about was put right.',
        });
      });
      if (done.added + done.gone > 0) changed++;
    }
    return changed;
  }

  /**
   * What somebody has shown and what is not kept as that: whoever put the topics right did not come to the end of it. What stands stays,
   * whatever it was: to take something back is somebody's act.
   * @throws SessionNotFound, NotTakingPlace
   */
  async settleLost(sessionId: string, personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const session = await alone(this.programme, tx, sessionId);
      const values = await this.rows.values(tx, sessionId, personId);
      const stood = await this.rows.attended(tx, sessionId, personId);
      const lost = [...topicsMet(session.parts, (part) => values.get(part))].filter(([topic]) =>
        stood.every((row) => row.topic !== topic),
      );
      await this.addMet(tx, session, personId, lost);
    });
  }

  /** @param met topics, with the day on which each was met */
  private async addMet(
    tx: EntityManager,
    { id: sessionId }: PlannedSession,
    personId: string,
    met: readonly (readonly [topic: string, metOn: Day])[],
  ): Promise<void> {
    if (met.length === 0) return;
    const at = this.clock.now();
    const rows = met.map(([topic, metOn]): AttendedEntity => ({
      id: this.ids.uuid(),
      sessionId,
      personId,
      topic,
      metOn,
      recordedAt: at,
      withdrawnAt: null,
    }));
    await this.rows.addAttended(tx, rows);
    await this.announcements.announce(tx, new AttendanceRecorded(personId, at));
  }
}

/** Whether what it came to is still what it comes to. */
function isSettled({ parts }: PlannedSession, { marks, met }: CameTo): boolean {
  const comesTo = topicsMet(parts, (number) => marks.find(({ part }) => part === number)?.value);
  return met.length === comesTo.size && met.every(({ topic, metOn }) => comesTo.get(topic) === metOn);
}
