import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ContentAccessModule } from '@induct/people';
import { type Clock, type Config, createApplication, PlatformModule, QueueModule } from '@induct/platform';
import type { DataSource } from 'typeorm';
import { PlayerModule } from '../../apps/course-service/src';
import { RunTimeApiModule } from '../../apps/progress-tracker/src';

@Module({})
class ContentOriginModule {
  static with(config: Config, database: DataSource, given: { clock?: Clock }): DynamicModule {
    return {
      module: ContentOriginModule,
      imports: [
        PlatformModule.with(config, database, given),
        QueueModule.forUrl(config.DATABASE_URL),
        ContentAccessModule,
        PlayerModule,
        RunTimeApiModule,
      ],
    };
  }
}

/** The whole content origin in one application: player, package files and the run-time API. Not listening yet. */
export function createContentOrigin(
  config: Config,
  database: DataSource,
  given: { clock?: Clock } = {},
): Promise<NestFastifyApplication> {
  return createApplication(ContentOriginModule.with(config, database, given), config);
}
