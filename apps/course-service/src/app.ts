import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, createApplication, type StandIns, takeNoCookies } from '@induct/platform';
import type { DataSource } from 'typeorm';
import { CourseServiceModule } from './course-service.module';

/**
 * The player page and the package files, ready to listen.
 * @param given clock and randomness, when a test sets them
 */
export async function createCourseService(
  config: Config,
  database: DataSource,
  given: StandIns = {},
): Promise<NestFastifyApplication> {
  const app = await createApplication(CourseServiceModule.with(config, database, given), config, {
    origin: config.CONTENT_ORIGIN,
  });
  takeNoCookies(app);
  return app;
}
