import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DoubtRepository } from '../doubts/doubt.repository';
import type { Outcome } from './outcome';
import { doubtsAboutDay, visitsOf } from '../attempt/plausibility';

/** Writes down what speaks against completions, in the transaction that records them. */
@Injectable()
export class Doubting {
  constructor(private readonly doubts: DoubtRepository) {}

  /**
   * Of the attempts that this batch completed, and of everything the people completed on that London day: nobody else counts it
   * until the end of the transaction (`CommitRepository.writeAlone`).
   */
  async weigh(tx: EntityManager, outcomes: readonly Outcome[]): Promise<void> {
    for (const { attempts, recordedAt: at } of outcomes) {
      for (const { attempt, doubts = [] } of attempts) await this.doubts.add(tx, attempt.id, doubts, at);
    }
    const asked = outcomes.map(({ work, recordedAt: at }) => ({ personId: work.personId, at }));
    const days = await this.doubts.completedOnDaysOf(tx, asked);
    for (const [nth, { at }] of asked.entries()) {
      const day = days[nth]!;
      const ofDay = doubtsAboutDay(day.map(({ openedAt, times }) => visitsOf(openedAt, times)));
      if (ofDay.length === 0) continue;
      for (const { attemptId } of day) await this.doubts.add(tx, attemptId, ofDay, at);
    }
  }
}
