import { Injectable } from '@nestjs/common';
import { RepeatedWork } from '@induct/platform';
import { BatchIssuing } from './batch-issuing.service';

const EVERY_MS = 1000;

/** Looks every second for batches that officers have begun. */
@Injectable()
export class BatchWork extends RepeatedWork {
  constructor(private readonly issuing: BatchIssuing) {
    super('batches', EVERY_MS);
  }

  /** Ends after the person in hand: the others are found again. */
  work(): Promise<unknown> {
    return this.issuing.workOff(() => this.isStopping);
  }
}
