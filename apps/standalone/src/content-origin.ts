import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ApiDocumentModule,
  type Config,
  createApplication,
  floorOf,
  type StandIns,
  HealthModule,
  takeNoCookies,
  useApiDocument,
} from '@induct/platform';
import { ContentAccessModule } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { PlayerModule } from '../../course-service/src';
import { LIBS } from '../../libs';
import { RunTimeApiModule } from '../../progress-tracker/src';

/** The content origin in one application: the player with the package files, and the run-time API. */
@Module({})
class ContentOriginModule {
  static with(config: Config, database: DataSource, given: StandIns): DynamicModule {
    return {
      module: ContentOriginModule,
      imports: [
        ...floorOf(LIBS, config, database, given),
        HealthModule.usual(),
        ApiDocumentModule,
        ContentAccessModule,
        RunTimeApiModule,
        PlayerModule,
      ],
    };
  }
}

/**
 * The whole content origin, ready to listen.
 * @param given clock and randomness, when a test sets them
 */
export async function createContentOrigin(
  config: Config,
  database: DataSource,
  given: StandIns = {},
): Promise<NestFastifyApplication> {
  const app = await createApplication(ContentOriginModule.with(config, database, given), config, {
    origin: config.CONTENT_ORIGIN,
  });
  takeNoCookies(app);
  useApiDocument(app, 'Induct, content origin', config.CONTENT_ORIGIN);
  return app;
}
