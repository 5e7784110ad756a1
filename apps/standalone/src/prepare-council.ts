import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type Config,
  HearingModule,
  modulesOf,
  PlatformModule,
  QueueModule,
  quietLogger,
  Settings,
  type Starting,
  SystemClock,
} from '@induct/platform';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { DemoClock } from './demo/demo-clock';
import { DemoClaims } from './demo/demo-claims';
import { DemoCouncil } from './demo/demo-council';
import { DemoFindings } from './demo/demo-findings';
import { DemoIssuing } from './demo/demo-issuing';
import { DemoMandates } from './demo/demo-mandates';
import { DemoLearning } from './demo/demo-learning';
import { DemoProgrammeImport } from './demo/demo-programme-import';
import { DemoProgramme } from './demo/demo-programme';
import { DemoRefresher } from './demo/demo-refresher';
import { DemoSchemes } from './demo/demo-schemes';
import { DemoSeats } from './demo/demo-seats';
import { DemoMarks } from './demo/demo-marks';
import { DemoSitting } from './demo/demo-sitting';
import { DemoTemplates } from './demo/demo-templates';
import { DemoSteeringGroup } from './demo/demo-steering-group';
import { ShippedCourses } from './demo/shipped-courses';
import type { Steps } from './steps';

/** Key of the setting. */
const LOADED = 'demo-council';

/** What `npm start` prepares a council with. */
@Module({})
export class PreparationModule {
  static with(config: Config, database: DataSource, clock: DemoClock): DynamicModule {
    return {
      module: PreparationModule,
      imports: [
        PlatformModule.with(config, database, { clock }),
        QueueModule.forUrl(config.DATABASE_URL),
        HearingModule.of(LIBS),
        ...modulesOf(LIBS),
      ],
      providers: [
        DemoClaims,
        DemoCouncil,
        DemoFindings,
        DemoIssuing,
        DemoLearning,
        DemoMandates,
        DemoProgrammeImport,
        DemoProgramme,
        DemoRefresher,
        DemoSchemes,
        DemoSeats,
        DemoMarks,
        DemoSitting,
        DemoSteeringGroup,
        DemoTemplates,
        ShippedCourses,
      ],
    };
  }
}

/** Loads the demo council, once. */
export async function prepareCouncil(
  config: Config,
  database: DataSource,
  steps: Steps,
  whole: Starting['whole'] = (step) => step(),
): Promise<void> {
  if (!config.DEMO || (await isLoaded(database))) return;
  const clock = new DemoClock(new SystemClock().now());
  const context = await whole(() =>
    NestFactory.createApplicationContext(PreparationModule.with(config, database, clock), {
      logger: quietLogger(config),
      abortOnError: false,
    }),
  );
  try {
    const council = context.get(DemoCouncil);
    await steps.take('Inviting the demo council', () => council.invite(clock));
    await steps.take('Recording its elections and committees', () => context.get(DemoSeats).seat(clock));
    await steps.take('Importing, testing and publishing the shipped modules', (tell) =>
      council.publishShippedCourses(clock, tell),
    );
    await steps.take('Telling the council’s story so far', (tell) => council.live(clock, tell));
    await steps.take('Saying who may sit', () => context.get(DemoSitting).tell(clock));
    await steps.take('Drafting its certificates', () => context.get(DemoTemplates).tell(clock));
    await steps.take('Planning its year', () => context.get(DemoProgramme).tell(clock));
    await steps.take('Opening a round of the steering group', () => council.testNow(clock));
    await context.get(Settings).set(database.manager, LOADED, 'loaded', clock.today);
  } finally {
    await context.close();
  }
}

async function isLoaded(database: DataSource): Promise<boolean> {
  return (await new Settings(database).find(LOADED)) !== undefined;
}
