import { Injectable } from '@nestjs/common';
import type { Question } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type CompletedOnDay, DoubtRepository } from '../doubts/doubt.repository';
import type { Outcome } from './outcome';
import { type Doubt, doubtsAboutDay, visitsOf } from '../attempt/plausibility';

/** Writes down what speaks against completions, in the transaction that records them. */
@Injectable()
export class Doubting {
  constructor(private readonly doubts: DoubtRepository) {}

  /** What people completed on the London days of their outcomes, for `weigh`: ask it when these are written. */
  days(outcomes: readonly Outcome[]): Question<CompletedOnDay[][]> {
    return this.doubts.completedOnDaysOf(outcomes.map(({ work, recordedAt: at }) => ({ personId: work.personId, at })));
  }

  /**
   * Of the attempts that this batch completed, and of everything the people completed on that London day: nobody else counts it
   * until the end of the transaction (`CommitRepository.alone`).
   * @param days of each of the outcomes
   * @returns whether anything is doubted
   */
  async weigh(
    tx: EntityManager,
    outcomes: readonly Outcome[],
    days: readonly (readonly CompletedOnDay[])[],
  ): Promise<boolean> {
    let isDoubted = false;
    const add = async (attemptId: string, doubts: readonly Doubt[], at: Date) => {
      if (doubts.length === 0) return;
      isDoubted = true;
      await this.doubts.add(tx, attemptId, doubts, at);
    };
    for (const { attempts, recordedAt: at } of outcomes) {
      for (const { attempt, doubts = [] } of attempts) await add(attempt.id, doubts, at);
    }
    for (const [nth, { recordedAt: at }] of outcomes.entries()) {
      const day = days[nth]!;
      const ofDay = doubtsAboutDay(day.map(({ openedAt, times }) => visitsOf(openedAt, times)));
      for (const { attemptId } of day) await add(attemptId, ofDay, at);
    }
    return isDoubted;
  }
}
