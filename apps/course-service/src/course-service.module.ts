import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, floorOf, HealthModule, type StandIns } from '@induct/platform';
import { ContentAccessModule } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { PlayerModule } from './player.module';

/** The course service as an application of its own. */
@Module({})
export class CourseServiceModule {
  static with(config: Config, database: DataSource, given: StandIns = {}): DynamicModule {
    return {
      module: CourseServiceModule,
      imports: [...floorOf(LIBS, config, database, given), HealthModule.usual(), ContentAccessModule, PlayerModule],
    };
  }
}
