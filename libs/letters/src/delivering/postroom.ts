import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { QUEUES } from '@induct/platform';
import type { Queue } from 'bullmq';
import { Deliveries } from '../outbox/deliveries';
import { deliverJob } from './mail.job';

/** What the outbox's rows ask for, done every second or so. */
@Injectable()
export class Postroom {
  constructor(
    private readonly deliveries: Deliveries,
    @InjectQueue(QUEUES.mail) private readonly queue: Queue,
  ) {}

  /** Forgets what is over, and has the queue deliver what is due. @param limit of letters */
  async tidy(limit: number): Promise<void> {
    await this.deliveries.forgetOver();
    const due = await this.deliveries.due(limit);
    if (due.length > 0) await this.queue.addBulk(due.map(deliverJob));
  }
}
