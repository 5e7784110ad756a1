import { type DynamicModule, Module } from '@nestjs/common';
import { ContentAccessModule } from '@induct/people';
import {
  type Clock,
  type Config,
  databaseAnswers,
  HealthModule,
  type Ids,
  PlatformModule,
  QueueModule,
} from '@induct/platform';
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
          inject: [DataSource],
          useFactory: (source: DataSource) => ({ database: databaseAnswers(source) }),
        }),
        ContentAccessModule,
        RunTimeApiModule,
      ],
    };
  }
}
