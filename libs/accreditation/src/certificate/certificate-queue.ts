import { InjectQueue } from '@nestjs/bullmq';
import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { QUEUES } from '@induct/platform';
import { printJob } from '@induct/printing';
import type { Queue } from 'bullmq';

/** What is printed once has one wish. */
const jobOf = (certificateId: string) => printJob({ id: certificateId, revision: 1 });

/**
 * What is asked for soon is added at most so often, in milliseconds: adding costs the database as much as five awards do,
 * whether it is one job or fifty.
 */
const PAUSE = 250;

/** Asks the worker to print. The tables are the truth: what is lost here is added again by the sweeper. */
@Injectable()
export class CertificateQueue implements BeforeApplicationShutdown {
  private readonly logger = new Logger(CertificateQueue.name);
  private readonly waiting: string[] = [];
  private readonly closing = new AbortController();
  private adding?: Promise<void>;

  constructor(@InjectQueue(QUEUES.certificates) private readonly queue: Queue) {}

  async print(certificateIds: readonly string[]): Promise<void> {
    if (certificateIds.length > 0) await this.queue.addBulk(certificateIds.map(jobOf));
  }

  /** The same for whoever does not wait for it: the first at once, what comes soon after it together. */
  printSoon(certificateIds: readonly string[]): void {
    this.waiting.push(...certificateIds);
    this.adding ??= this.addWaiting();
  }

  /** Resolves when all that was asked for soon is added, or is left to the sweeper. */
  async settled(): Promise<void> {
    await this.adding;
  }

  beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    return this.settled();
  }

  private async addWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      try {
        await this.print(this.waiting.splice(0));
      } catch (error) {
        this.logger.error(error);
      }
      await wait(PAUSE, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
    }
    this.adding = undefined;
  }

  /** Also when the queue has given up on it. */
  async printAgain(certificateId: string): Promise<void> {
    await this.queue.remove(jobOf(certificateId).opts.jobId);
    await this.print([certificateId]);
  }
}
