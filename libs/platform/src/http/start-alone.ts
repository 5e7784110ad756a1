import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { type Config, readConfig } from '../config/config';
import { openDatabase, type Tables } from '../database/database.module';
import { prepareTables } from '../preparing/prepare-tables';
import { openDataDir } from '../files/data-dir';
import { runUntilStopped } from './run';

interface Alone {
  /** Every lib, whichever of them the app uses: whoever starts first brings all tables up to date. */
  libs: readonly Tables[];
  create: (config: Config, database: DataSource) => Promise<NestFastifyApplication>;
  /** The setting that says where it listens. */
  port: 'PORT' | 'CONTENT_PORT' | 'TRACKER_PORT' | 'WORKER_PORT';
  /** What is printed once it listens. */
  ready: (config: Config, app: NestFastifyApplication) => string | Promise<string>;
}

/** Starts one app alone, against DATABASE_URL, until it is told to stop. */
export function startAlone({ libs, create, port, ready }: Alone): Promise<void> {
  return runUntilStopped(async ({ onStop, whole }) => {
    const config = readConfig();
    openDataDir(config.DATA_DIR);
    await prepareTables(config, libs);
    const database = await openDatabase(config.DATABASE_URL, libs);
    onStop(() => database.destroy());
    const app = await whole(async () => {
      const created = await create(config, database);
      onStop(() => created.close());
      await created.listen(config[port], config.HOST);
      return created;
    });
    console.log(await ready(config, app));
  });
}
