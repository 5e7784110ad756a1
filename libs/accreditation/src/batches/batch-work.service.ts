import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { errorWords, Repeating } from '@induct/platform';
import { BatchIssuing } from './batch-issuing.service';

const EVERY_MS = 1000;

/** Looks every second for batches that officers have begun. */
@Injectable()
export class BatchWork implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(BatchWork.name);
  private isStopping = false;
  private readonly looking = new Repeating(
    EVERY_MS,
    () => this.issuing.workOff(() => this.isStopping),
    (error) => this.logger.warn(`batches: ${errorWords(error)}`),
  );

  constructor(private readonly issuing: BatchIssuing) {}

  onApplicationBootstrap(): void {
    this.looking.start(0);
  }

  /** Ends after the person in hand: the others are found again. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.looking.stop();
  }
}
