import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory } from 'bullmq';

// @nestjs/bullmq has no option for the backend, and reads the default when it makes its queues.
setDefaultBackendFactory(createPostgresBackend);

/** The queues' names. The jobs themselves are declared by the lib that owns them. */
export const QUEUES = { certificates: 'certificates', mail: 'mail', reports: 'reports' } as const;

/** Connections to the queue, and the queues that anyone in the application may inject. */
@Module({})
export class QueueModule {
  static forUrl(url: string): DynamicModule {
    const queues = BullModule.registerQueue(...Object.values(QUEUES).map((name) => ({ name })));
    return {
      module: QueueModule,
      global: true,
      imports: [
        BullModule.forRoot({
          connection: { connectionString: url, max: 3 },
          defaultJobOptions: {
            attempts: 5,
            backoff: { type: 'exponential', delay: 1000 },
            removeOnComplete: { count: 1000 },
          },
        }),
        queues,
      ],
      exports: [queues],
    };
  }
}
