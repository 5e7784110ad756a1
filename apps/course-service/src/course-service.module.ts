import { type DynamicModule, Module } from '@nestjs/common';
import {
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
import { PlayerModule } from './player.module';

/** The course service as an application of its own. */
@Module({})
export class CourseServiceModule {
  static with(config: Config, database: DataSource, given: { clock?: Clock; ids?: Ids } = {}): DynamicModule {
    return {
      module: CourseServiceModule,
      imports: [
        PlatformModule.with(config, database, given),
        QueueModule.forUrl(config.DATABASE_URL),
        HearingModule.of(LIBS),
        HealthModule.usual(),
        ContentAccessModule,
        PlayerModule,
      ],
    };
  }
}
