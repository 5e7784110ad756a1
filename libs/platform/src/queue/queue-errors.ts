import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { errorWords } from '../errors/error-facts';
import { QUEUES } from './queues';

/**
 * Says in a line that a queue has lost its connection. It connects again by itself; without a listener BullMQ prints the
 * whole error, with its stack and the connection in it, each time.
 */
@Injectable()
export class QueueErrors implements OnModuleInit {
  private readonly logger = new Logger(QueueErrors.name);

  constructor(
    @InjectQueue(QUEUES.certificates) private readonly certificates: Queue,
    @InjectQueue(QUEUES.handbooks) private readonly handbooks: Queue,
    @InjectQueue(QUEUES.mail) private readonly mail: Queue,
    @InjectQueue(QUEUES.programmes) private readonly programmes: Queue,
    @InjectQueue(QUEUES.reports) private readonly reports: Queue,
    @InjectQueue(QUEUES.sheets) private readonly sheets: Queue,
    @InjectQueue(QUEUES.templates) private readonly templates: Queue,
  ) {}

  onModuleInit(): void {
    for (const queue of [
      this.certificates,
      this.handbooks,
      this.mail,
      this.programmes,
      this.reports,
      this.sheets,
      this.templates,
    ])
      queue.on('error', (error) => this.logger.warn(`queue ${queue.name}: ${errorWords(error)}`));
  }
}
