import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { CourseModule } from '@induct/course';
import { PeopleModule } from '@induct/people';
import { type Config, HearingModule, PlatformModule, QueueModule, quietLogger } from '@induct/platform';
import { ProgressModule } from '@induct/progress';
import { SignInModule } from '@induct/sign-in';
import { SteeringModule } from '@induct/steering';
import type { DataSource } from 'typeorm';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { createCourseService } from '../../course-service/src';
import { LIBS } from '../../libs';
import { createMembersArea } from '../../members-area/src';
import { createProgressTracker } from '../../progress-tracker/src';
import { WorkerModule } from '../../worker/src';
import { createContentOrigin } from './content-origin';
import { DemoClock } from './demo/demo-clock';
import { PreparationModule } from './prepare-council';

let database: TestDatabase;
let config: Config;
beforeAll(async () => {
  database = await cloneDatabase();
  config = testConfig(database.url);
});
afterAll(() => database?.drop());

interface Started {
  init(): Promise<unknown>;
  close(): Promise<void>;
}

const worker = (settings: Config, source: DataSource): Promise<Started> =>
  NestFactory.createApplicationContext(WorkerModule.with(settings, source), {
    logger: quietLogger(settings),
    abortOnError: false,
  });

const preparation = (settings: Config, source: DataSource): Promise<Started> =>
  NestFactory.createApplicationContext(PreparationModule.with(settings, source, new DemoClock(new Date())), {
    logger: quietLogger(settings),
    abortOnError: false,
  });

/** A process with these libs' modules and nothing more, put together and not started. */
const processOf = (...modules: Type[]): Promise<TestingModule> =>
  Test.createTestingModule({
    imports: [
      PlatformModule.with(config, database.source),
      QueueModule.forUrl(config.DATABASE_URL),
      HearingModule.of(LIBS),
      ...modules,
    ],
  })
    .setLogger(quietLogger(config))
    .compile();

describe('a process that announces events', () => {
  it.each([
    ['members area', createMembersArea],
    ['course service', createCourseService],
    ['progress tracker', createProgressTracker],
    ['content origin', createContentOrigin],
    ['worker', worker],
    ['preparation of a council', preparation],
  ])('starts when everybody is there to hear them: the %s', async (_name, create) => {
    const app: Started = await create(config, database.source);
    await expect(app.init()).resolves.toBeDefined();
    await app.close();
  });

  it.each([
    [[PeopleModule], 'people announces PersonShutOut: OpenDoors of sign-in', 'Import SignInModule'],
    [[CourseModule], 'course announces CoursePublished: Renewals of progress', 'Import ProgressModule'],
    [[ProgressModule], 'progress announces CourseCompleted: Awards of accreditation', 'Import AccreditationModule'],
    [
      [SteeringModule, SignInModule, ProgressModule],
      'people announces PersonLostRoles: Revocations of accreditation',
      'Import AccreditationModule',
    ],
  ])('does not start when one is left out, and says which', async (modules: Type[], who, what) => {
    const process = await processOf(...modules);
    const why: unknown = await process.init().catch((error: unknown) => error);
    await process.close();
    expect(String(why)).toContain(who);
    expect(String(why)).toContain(what);
  });
});
