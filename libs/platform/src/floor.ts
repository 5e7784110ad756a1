import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Config } from './config/config';
import { HearingModule } from './lib/hearing.module';
import type { Lib } from './lib/lib';
import { PlatformModule, type StandIns } from './platform.module';
import { QueueModule } from './queue/queue.module';

/** What every application stands on: the platform on its database, its queue, and whoever must hear what its libs announce. */
export const floorOf = (
  libs: readonly Lib[],
  config: Config,
  database: DataSource,
  given: StandIns = {},
): DynamicModule[] => [
  PlatformModule.with(config, database, given),
  QueueModule.forUrl(config.DATABASE_URL),
  HearingModule.of(libs),
];
