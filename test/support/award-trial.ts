import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { getQueueToken } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import { AccreditationModule, Awards } from '@induct/accreditation';
import {
  type Config,
  openDatabase,
  PlatformModule,
  QueueModule,
  QUEUES,
  quietLogger,
  readConfig,
  Transactions,
} from '@induct/platform';
import type { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import { Learners } from './learners';
import { allTables } from './tables';
import type { Trial } from './trial';

@Module({})
class AwardingModule {}

/** The side of the house that makes awards, without a worker. */
export interface AwardTrial {
  config: Config;
  source: DataSource;
  queue: Queue;
  app: INestApplicationContext;
  /** Somebody new meets the last requirement now. @returns the certificate's id */
  award(name: string): Promise<string>;
  /** What was made stays. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export async function openAwardTrial(trial: Trial): Promise<AwardTrial> {
  const database = await trial.freshDatabase();
  const dataDir = join(trial.dataDir, 'awards');
  await rm(join(dataDir, 'files'), { recursive: true, force: true });
  const config = readConfig({
    NODE_ENV: 'test',
    DEMO: 'true',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    CHROMIUM_PATH: process.env.CHROMIUM_PATH,
    LOG_LEVEL: 'fatal',
  });
  const source = await openDatabase(database.url, allTables);
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    {
      module: AwardingModule,
      imports: [PlatformModule.with(config, source), QueueModule.forUrl(config.DATABASE_URL), AccreditationModule],
    },
    { logger: quietLogger(config) },
  );
  let left: Promise<void> | undefined;
  const leave = () => (left ??= app.close().then(() => source.destroy()));
  const learners = new Learners(source);
  const course = await learners.aPublishedCoreModule();
  return {
    config,
    source,
    app,
    queue: app.get<Queue>(getQueueToken(QUEUES.certificates), { strict: false }),
    async award(name) {
      const person = await learners.aMember(name);
      // In one transaction, as a course commits: a worker that starts would award what it found completed before.
      const id = await app.get(Transactions).run(async (tx) => {
        await learners.hasCompleted(person, course, { tx });
        return app.get(Awards).consider(tx, person, new Date());
      });
      if (!id) throw new Error('The award was not made');
      return id;
    },
    leave,
    async close() {
      await leave();
      await database.drop();
    },
  };
}
