import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, type Config, createApplication, type Ids } from '@induct/platform';
import type { DataSource } from 'typeorm';
import { CourseServiceModule } from './course-service.module';

/**
 * The player page and the package files, ready to listen.
 * @param given clock and randomness, when a test sets them
 */
export function createCourseService(
  config: Config,
  database: DataSource,
  given: { clock?: Clock; ids?: Ids } = {},
): Promise<NestFastifyApplication> {
  return createApplication(CourseServiceModule.with(config, database, given), config, {
    origin: config.CONTENT_ORIGIN,
  });
}
