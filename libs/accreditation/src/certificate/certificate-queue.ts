import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { QUEUES } from '@induct/platform';
import { printJob } from '@induct/printing';
import type { Queue } from 'bullmq';

/**
 * What is asked for soon is added at most so often, in milliseconds: adding one costs the database as much as several awards
 * do, and a hundred together hardly more. The printer is slower than that when there are many.
 */
const PAUSE = 1000;

/** What is printed once has one wish. */
const jobOf = (certificateId: string) => printJob({ id: certificateId, revision: 1 });

/** Asks the worker to print. The tables are the truth: what is lost here is added again by the sweeper. */
@Injectable()
export class CertificateQueue implements BeforeApplicationShutdown {
  private readonly logger = new Logger(CertificateQueue.name);
  private waiting: string[] = [];
  private adding = Promise.resolve();
  private addedAt = -Infinity;
  private timer?: NodeJS.Timeout;

  constructor(@InjectQueue(QUEUES.certificates) private readonly queue: Queue) {}

  async print(certificateIds: readonly string[]): Promise<void> {
    if (certificateIds.length > 0) await this.queue.addBulk(certificateIds.map(jobOf));
  }

  /** The same for whoever does not wait for it: the first at once, what comes soon after it together. */
  printSoon(certificateIds: readonly string[]): void {
    this.waiting.push(...certificateIds);
    const rest = this.addedAt + PAUSE - performance.now();
    if (rest <= 0) void this.addNow();
    else this.timer ??= setTimeout(() => void this.addNow(), rest).unref();
  }

  /** Resolves when all that was asked for soon is added, or is left to the sweeper. */
  addNow(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.addedAt = performance.now();
    this.adding = this.adding.then(() => this.addWaiting());
    return this.adding;
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.addNow();
  }

  private async addWaiting(): Promise<void> {
    const ids = this.waiting;
    this.waiting = [];
    try {
      await this.print(ids);
    } catch (error) {
      this.logger.error(error);
    }
  }

  /** Also when the queue has given up on it. */
  async printAgain(certificateId: string): Promise<void> {
    await this.queue.remove(jobOf(certificateId).opts.jobId);
    await this.print([certificateId]);
  }
}
