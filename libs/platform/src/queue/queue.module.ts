import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { type Queue, setDefaultBackendFactory } from 'bullmq';
import { poolBounds } from '../database/connections';
import { QueueErrors } from './queue-errors';
import { EVERY_QUEUE, QUEUES } from './queues';
import { recoveringBackend } from './recovering-backend';

// @nestjs/bullmq has no option for the backend, and reads the default when it makes its queues.
setDefaultBackendFactory(recoveringBackend);

/** Connections to the queue, and the queues that anyone in the application may inject. */
@Module({})
export class QueueModule {
  static forUrl(url: string): DynamicModule {
    const names = Object.values(QUEUES);
    const queues = BullModule.registerQueue(...names.map((name) => ({ name })));
    const every = {
      provide: EVERY_QUEUE,
      useFactory: (...all: Queue[]) => all,
      inject: names.map((name) => getQueueToken(name)),
    };
    return {
      module: QueueModule,
      global: true,
      imports: [
        BullModule.forRoot({
          connection: { connectionString: url, max: 3, ...poolBounds() },
          defaultJobOptions: {
            attempts: 5,
            backoff: { type: 'exponential', delay: 1000 },
            removeOnComplete: { count: 1000 },
          },
        }),
        queues,
      ],
      providers: [QueueErrors, every],
      exports: [queues, every],
    };
  }
}
