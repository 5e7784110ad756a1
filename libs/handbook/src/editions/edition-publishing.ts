import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, RepeatedWork } from '@induct/platform';
import { HandbookFinding } from '../sections/handbook-finding.service';
import { Editions } from './editions.service';

const EVERY_MS = 20_000;

/** Publishes the edition whose time has come; and from the day on when a question has ended, it is not found any more. */
@Injectable()
export class EditionPublishing extends RepeatedWork {
  private foundOn: Day | undefined;

  constructor(
    private readonly editions: Editions,
    private readonly finding: HandbookFinding,
    private readonly clock: Clock,
  ) {
    super('editions of the handbook', EVERY_MS);
  }

  async work(): Promise<void> {
    const number = await this.editions.publishDue();
    if (number !== undefined) this.logger.log(`Edition ${number} of the handbook is out`);
    const today = dayInLondon(this.clock.now());
    if (today === this.foundOn) return;
    await this.finding.renewToday();
    this.foundOn = today;
  }
}
