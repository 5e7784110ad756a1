import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { QUEUES } from '@induct/platform';
import type { Queue } from 'bullmq';
import { renderJob } from './certificate.job';

/** Asks the worker to print. The tables are the truth: what is lost here is added again by the sweeper. */
@Injectable()
export class CertificateQueue {
  constructor(@InjectQueue(QUEUES.certificates) private readonly queue: Queue) {}

  async print(certificateIds: readonly string[]): Promise<void> {
    if (certificateIds.length > 0) await this.queue.addBulk(certificateIds.map(renderJob));
  }

  /** How many certificates wait in the queue or are being printed. */
  held(): Promise<number> {
    return this.queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
  }

  /** Also when the queue has given up on it. */
  async printAgain(certificateId: string): Promise<void> {
    await this.queue.remove(certificateId);
    await this.print([certificateId]);
  }
}
