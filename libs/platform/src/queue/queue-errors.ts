import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { errorWords } from '../errors/error-facts';
import { EVERY_QUEUE } from './queues';

/**
 * Says in a line that a queue has lost its connection. It connects again by itself; without a listener BullMQ prints the
 * whole error, with its stack and the connection in it, each time.
 */
@Injectable()
export class QueueErrors implements OnModuleInit {
  private readonly logger = new Logger(QueueErrors.name);

  constructor(@Inject(EVERY_QUEUE) private readonly queues: readonly Queue[]) {}

  onModuleInit(): void {
    for (const queue of this.queues)
      queue.on('error', (error) => this.logger.warn(`queue ${queue.name}: ${errorWords(error)}`));
  }
}
