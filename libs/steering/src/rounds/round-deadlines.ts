import { Injectable } from '@nestjs/common';
import { Clock, RepeatedWork, errorWords } from '@induct/platform';
import { RoundActs } from './round-acts';
import { RoundRepository } from './round.repository';
import { RoundIsClosed } from '../rules/steering.errors';

const EVERY_MS = 30_000;

/** Closes rounds whose deadline has passed, in case nobody comes by. Acts on a round do it themselves. */
@Injectable()
export class RoundDeadlines extends RepeatedWork {
  constructor(
    private readonly clock: Clock,
    private readonly rounds: RoundRepository,
    private readonly acts: RoundActs,
  ) {
    super('deadlines of rounds', EVERY_MS);
  }

  /** One that cannot be closed does not keep the others open. @returns how many were due */
  async work(): Promise<number> {
    const due = await this.rounds.due(this.clock.now());
    for (const id of due) {
      await this.acts
        .inOpenRound(id, () => Promise.resolve())
        .catch((error: Error) => {
          if (!(error instanceof RoundIsClosed))
            this.logger.warn(`Round ${id} could not be closed: ${errorWords(error)}`);
        });
    }
    return due.length;
  }
}
