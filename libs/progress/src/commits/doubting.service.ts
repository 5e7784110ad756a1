import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DoubtRepository } from '../doubts/doubt.repository';
import type { Outcome } from './outcome';
import { doubtsAboutDay, visitsOf } from '../attempt/plausibility';

/** Writes down what speaks against completions, in the transaction that records them. */
@Injectable()
export class Doubting {
  constructor(private readonly doubts: DoubtRepository) {}

  /** Of the attempts that this batch completed, and of everything the person completed on that London day. */
  async weigh(tx: EntityManager, { work, attempts, recordedAt: at }: Outcome): Promise<void> {
    // Until the end of the transaction nobody else counts this person's day: two completions at one moment would each be
    // the first of it.
    await this.doubts.countAlone(tx, work.personId);
    for (const { attempt, doubts = [] } of attempts) await this.doubts.add(tx, attempt.id, doubts, at);
    const day = await this.doubts.completedOnDayOf(tx, work.personId, at);
    const ofDay = doubtsAboutDay(day.map(({ openedAt, times }) => visitsOf(openedAt, times)));
    if (ofDay.length === 0) return;
    for (const { attemptId } of day) await this.doubts.add(tx, attemptId, ofDay, at);
  }
}
