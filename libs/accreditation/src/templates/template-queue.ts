import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { QUEUES } from '@induct/platform';
import { printJob, type Wish } from '@induct/printing';
import type { Queue } from 'bullmq';

/** Asks the worker for previews. The tables are the truth: what is lost here is added again by the sweeper. */
@Injectable()
export class TemplateQueue {
  constructor(@InjectQueue(QUEUES.templates) private readonly queue: Queue) {}

  async print(wishes: readonly Wish[]): Promise<void> {
    await this.queue.addBulk(wishes.map(printJob));
  }
}
