import { Injectable } from '@nestjs/common';
import { Clock, RepeatedWork } from '@induct/platform';
import { areLetterHours } from '../hours/letter-hours';
import { AskingLetters } from './asking-letters.service';

const EVERY_MS = 10_000;

/** Writes, in letter hours, what is asked of people. What is due is read from the tables, so nothing is forgotten. */
@Injectable()
export class AskingWork extends RepeatedWork {
  constructor(
    private readonly letters: AskingLetters,
    private readonly clock: Clock,
  ) {
    super('letters that ask', EVERY_MS);
  }

  async work(): Promise<void> {
    if (areLetterHours(this.clock.now())) await this.letters.writeAll(() => this.isStopping);
  }
}
