import { getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { ContentAccessModule } from '@induct/people';
import {
  type Clock,
  type Config,
  databaseAnswers,
  HealthModule,
  type Ids,
  PlatformModule,
  queueAnswers,
  QueueModule,
  QUEUES,
} from '@induct/platform';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { RunTimeApiModule } from './run-time-api.module';

/** The run-time API as an application of its own. */
@Module({})
export class ProgressTrackerModule {
  static with(config: Config, database: DataSource, given: { clock?: Clock; ids?: Ids } = {}): DynamicModule {
    return {
      module: ProgressTrackerModule,
      imports: [
        PlatformModule.with(config, database, given),
        QueueModule.forUrl(config.DATABASE_URL),
        HealthModule.with({
          inject: [DataSource, getQueueToken(QUEUES.certificates)],
          useFactory: (source: DataSource, queue: Queue) => ({
            database: databaseAnswers(source),
            queue: queueAnswers(queue),
          }),
        }),
        ContentAccessModule,
        RunTimeApiModule,
      ],
    };
  }
}
