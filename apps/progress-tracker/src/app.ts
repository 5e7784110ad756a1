import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, createApplication, type StandIns, takeNoCookies, useApiDocument } from '@induct/platform';
import type { DataSource } from 'typeorm';
import { ProgressTrackerModule } from './progress-tracker.module';

/**
 * The progress tracker, ready to listen.
 * @param given clock and randomness, when a test sets them
 */
export async function createProgressTracker(
  config: Config,
  database: DataSource,
  given: StandIns = {},
): Promise<NestFastifyApplication> {
  const app = await createApplication(ProgressTrackerModule.with(config, database, given), config, {
    origin: config.CONTENT_ORIGIN,
  });
  takeNoCookies(app);
  useApiDocument(app, 'Induct, progress tracker', config.CONTENT_ORIGIN);
  return app;
}
