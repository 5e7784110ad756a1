import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, daysLater, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { NotAskedAbout, NothingShownYet } from './feedback.errors';
import { FeedbackAnswerRepository } from './feedback-answer.repository';
import { FeedbackInvitationRepository } from './feedback-invitation.repository';
import { FeedbackRoundRepository } from './feedback-round.repository';
import type { FeedbackRoundEntity } from './feedback-round.entity';
import { resultsOf, shuffledBy } from './results';
import type { FeedbackStage } from './timetable';

/** What came of asking: shown once, complete, after the last answer can have come; and from then on as it was shown. */
@Injectable()
export class WhatWasSaid {
  constructor(
    private readonly rounds: FeedbackRoundRepository,
    private readonly invitations: FeedbackInvitationRepository,
    private readonly answers: FeedbackAnswerRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Of a session; the results of what is over are worked out now, if nobody has done it yet. */
  async ofSession(sessionId: string): Promise<FeedbackRoundEntity[]> {
    const rounds = await this.rounds.ofSession(sessionId);
    const today = dayInLondon(this.clock.now());
    const over = rounds.filter(({ results, closesOn }) => results === null && closesOn < today);
    if (over.length === 0) return rounds;
    for (const { stage } of over) await this.close(sessionId, stage);
    return await this.rounds.ofSession(sessionId);
  }

  /** Whatever is over. */
  async closeDue(): Promise<void> {
    for (const { sessionId, stage } of await this.rounds.toClose(dayInLondon(this.clock.now())))
      await this.close(sessionId, stage);
  }

  /** Once; nothing is done while answers are taken. */
  close(sessionId: string, stage: FeedbackStage, inside?: EntityManager): Promise<void> {
    const act = async (tx: EntityManager) => {
      await this.rounds.alone(tx, sessionId);
      const round = await this.rounds.round(sessionId, stage, tx);
      const now = this.clock.now();
      if (!round || round.results !== null || round.closesOn >= dayInLondon(now)) return;
      const given = await this.answers.answers(tx, sessionId, stage);
      const invited = await this.invitations.countAsked(tx, sessionId, stage);
      const shuffled = <T>(some: readonly T[]) => shuffledBy(some, (below) => randomInt(below));
      const results = resultsOf(round.asked, given, { invited, shuffled });
      await this.rounds.change(tx, sessionId, stage, { results, resultsAt: now });
    };
    return inside ? act(inside) : this.transactions.run(act);
  }

  /**
   * What was changed because of what people said: whoever was there reads it. Not before anybody can have read what they said.
   * @param by null: Induct itself @throws NotAskedAbout, NothingShownYet
   */
  sayWhatChanged(sessionId: string, words: string, by: string | null, inside?: EntityManager): Promise<void> {
    const act = async (tx: EntityManager) => {
      const before = await this.rounds.round(sessionId, 'after', tx);
      if (!before) throw new NotAskedAbout();
      if (before.closesOn >= dayInLondon(this.clock.now())) throw new NothingShownYet(daysLater(before.closesOn, 1));
      const changed = words.trim() || null;
      if (changed === before.changed) return;
      const said = {
        changed,
        changedAt: changed === null ? null : this.clock.now(),
        changedBy: changed === null ? null : by,
      };
      await this.rounds.change(tx, sessionId, 'after', said);
      if (by === null) return;
      const detail = { before: before.changed, after: changed };
      await this.audit.record(tx, {
        actorId: by,
        action: 'feedback.answered',
        subjectType: 'session',
        subjectId: sessionId,
        detail,
      });
    };
    return inside ? act(inside) : this.transactions.run(act);
  }

  /** Who was asked goes when nobody is asked any more. */
  forget(): Promise<void> {
    return this.transactions.run((tx) => this.rounds.forget(tx, dayInLondon(this.clock.now())));
  }
}
