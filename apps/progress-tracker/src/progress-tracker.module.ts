import { type DynamicModule, Module } from '@nestjs/common';
import { ApiDocumentModule, type Config, floorOf, HealthModule, type StandIns } from '@induct/platform';
import { ContentAccessModule } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { RunTimeApiModule } from './run-time-api.module';

/** The run-time API as an application of its own. */
@Module({})
export class ProgressTrackerModule {
  static with(config: Config, database: DataSource, given: StandIns = {}): DynamicModule {
    return {
      module: ProgressTrackerModule,
      imports: [
        ...floorOf(LIBS, config, database, given),
        HealthModule.usual(),
        ApiDocumentModule,
        ContentAccessModule,
        RunTimeApiModule,
      ],
    };
  }
}
