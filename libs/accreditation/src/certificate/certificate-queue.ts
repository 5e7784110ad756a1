import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { QUEUES } from '@induct/platform';
import { printJob } from '@induct/printing';
import type { Queue } from 'bullmq';

/** What is printed once has one wish. */
const jobOf = (certificateId: string) => printJob({ id: certificateId, revision: 1 });

/** Asks the worker to print. The tables are the truth: what is lost here is added again by the sweeper. */
@Injectable()
export class CertificateQueue {
  constructor(@InjectQueue(QUEUES.certificates) private readonly queue: Queue) {}

  async print(certificateIds: readonly string[]): Promise<void> {
    if (certificateIds.length > 0) await this.queue.addBulk(certificateIds.map(jobOf));
  }

  /** Also when the queue has given up on it. */
  async printAgain(certificateId: string): Promise<void> {
    await this.queue.remove(jobOf(certificateId).opts.jobId);
    await this.print([certificateId]);
  }
}
