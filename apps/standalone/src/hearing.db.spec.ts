import type { Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { CourseModule } from '@induct/course';
import { PeopleModule } from '@induct/people';
import { type Config, HearingModule, type Lib, PlatformModule, QueueModule, quietLogger } from '@induct/platform';
import { ProgressModule } from '@induct/progress';
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
  get(what: Type<ModulesContainer>): ModulesContainer;
  init(): Promise<unknown>;
  close(): Promise<void>;
}

/** Put together and not started, so that one that cannot start is closed all the same. */
const worker = (settings: Config, source: DataSource): Promise<Started> =>
  Test.createTestingModule({ imports: [WorkerModule.with(settings, source)] })
    .setLogger(quietLogger(settings))
    .compile();

/** What `npm start` fills the demo council with. */
const preparation = (settings: Config, source: DataSource): Promise<Started> =>
  Test.createTestingModule({ imports: [PreparationModule.with(settings, source, new DemoClock(new Date()))] })
    .setLogger(quietLogger(settings))
    .compile();

/** A process with these modules and who hears of these libs' doings, put together and not started. */
const processOf = (modules: Type[], libs: readonly Lib[] = LIBS): Promise<TestingModule> =>
  Test.createTestingModule({
    imports: [
      PlatformModule.with(config, database.source),
      QueueModule.forUrl(config.DATABASE_URL),
      HearingModule.of(libs),
      ...modules,
    ],
  })
    .setLogger(quietLogger(config))
    .compile();

/** Whoever begins something of their own accord when the process starts. */
const selfStarters = (app: Pick<Started, 'get'>): string[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap(({ providers }) => [...providers.values()].map(({ instance }) => instance as object | undefined))
    .filter((one) => one && 'onApplicationBootstrap' in one)
    .map((one) => one!.constructor.name)
    .filter((name, at, all) => all.indexOf(name) === at)
    .toSorted();

/** The audit trail's key is looked at, the days of the commits are prepared (whoever is first), and this is looked after. */
const EVERYWHERE = ['AuditTrail', 'CommitLog', 'Council', 'Hearing'];
const COURSES = ['OlderVersions', 'PackageUploads', 'VersionDeletion'];
const WORK = [
  'ApprovalLetters',
  'AskingWork',
  'AuditCheckpoints',
  'BatchWork',
  'BookingLettersWork',
  'BookingSweeper',
  'CandidateLetters',
  'EditionPublishing',
  'EventSearchWork',
  'FeedbackWork',
  'Forgetting',
  'GuestFeedbackWork',
  'LibrarySearchWork',
  'LinkCheckWork',
  'LostAttendance',
  'ModuleSearchWork',
  'ObligationsSweeper',
  'Postman',
  'ReturnedLetters',
  'RoundDeadlines',
  'SchemesWork',
  'SearchWordsWork',
  'SignsOfLife',
  'StatementWork',
  'Sweeper',
  'WithdrawalLetters',
];

/** A list of libs in which one has an empty module. */
const without = (name: string): Lib[] =>
  LIBS.map((lib) => (lib.name === name ? { ...lib, module: class EmptyModule {} } : lib));

describe('a process that announces events', () => {
  it.each([
    ['members area', createMembersArea, ['PageCounts', 'RoundDeadlines', ...COURSES]],
    ['course service', createCourseService, []],
    ['progress tracker', createProgressTracker, []],
    ['content origin', createContentOrigin, []],
    ['worker', worker, WORK],
    ['preparation of a council', preparation, COURSES],
  ])('starts with everybody who hears them, and no work that is not its own: the %s', async (_name, create, own) => {
    const app: Started = await create(config, database.source);
    try {
      await expect(app.init()).resolves.toBeDefined();
      expect(selfStarters(app)).toEqual([...EVERYWHERE, ...own].toSorted());
    } finally {
      await app.close();
    }
  });

  it.each([
    ['people', PeopleModule],
    ['course', CourseModule],
    ['progress', ProgressModule],
    ['steering', SteeringModule],
  ])('names nobody who hears: one that names only %s starts', async (_name, module) => {
    const process = await processOf([module]);
    await expect(process.init()).resolves.toBeDefined();
    await process.close();
  });

  it.each([
    ['sign-in', PeopleModule, 'people announces PersonShutOut: OpenDoors of sign-in'],
    ['progress', CourseModule, 'course announces CoursePublished: Renewals of progress'],
    ['accreditation', ProgressModule, 'progress announces CourseCompleted: Awards of accreditation'],
    ['accreditation', SteeringModule, 'people announces PersonLostRoles: Revocations of accreditation'],
  ])('does not start when one is not there all the same, and says which: %s', async (left, module, who) => {
    // Accreditation brings progress along.
    const libs = without(left).filter(({ name }) => left !== 'progress' || name !== 'accreditation');
    const process = await processOf([module], libs);
    const why: unknown = await process.init().catch((error: unknown) => error);
    await process.close();
    expect(String(why)).toContain(who);
    expect(String(why)).toContain('Put it among the providers of EmptyModule.');
  });
});
