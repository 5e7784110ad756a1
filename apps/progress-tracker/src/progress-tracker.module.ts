import { type DynamicModule, Module } from '@nestjs/common';
import {
  ApiDocumentModule,
  type Clock,
  type Config,
  HealthModule,
  HearingModule,
  type Ids,
  PlatformModule,
  QueueModule,
} from '@induct/platform';
import { ContentAccessModule } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
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
        HearingModule.of(LIBS),
        HealthModule.usual(),
        ApiDocumentModule,
        ContentAccessModule,
        RunTimeApiModule,
      ],
    };
  }
}
