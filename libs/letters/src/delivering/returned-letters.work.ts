import { Injectable } from '@nestjs/common';
import { RepeatedWork } from '@induct/platform';
import { Deliveries } from '../outbox/deliveries';
import { Postman } from './postman';

const EVERY_MS = 10 * 60_000;

/** Letters that were taken and could not be handed over after all, as a mailbox that does not exist: an officer decides, as of every other that failed. */
@Injectable()
export class ReturnedLetters extends RepeatedWork {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly postman: Postman,
  ) {
    super('letters that came back', EVERY_MS);
  }

  async work(): Promise<void> {
    const returned = await this.postman.returned((references) => this.deliveries.sentOf(references));
    for (const { letter, why } of returned) await this.deliveries.cameBack(letter, why);
  }
}
