import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, floorOf, modulesOf, quietLogger, Settings, type Starting, SystemClock } from '@induct/platform';
import type { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { DemoClock } from './demo/demo-clock';
import { DemoAttendance } from './demo/demo-attendance';
import { DemoBookings } from './demo/demo-bookings';
import { DemoClaims } from './demo/demo-claims';
import { DemoCouncil } from './demo/demo-council';
import { DemoDraft } from './demo/demo-draft';
import { DemoFeedback } from './demo/demo-feedback';
import { DemoFindings } from './demo/demo-findings';
import { DemoHandbook } from './demo/demo-handbook';
import { DemoFacts } from './demo/demo-facts';
import { DemoTasters } from './demo/demo-tasters';
import { DemoFirstSteps } from './demo/demo-first-steps';
import { DemoWebsite } from './demo/demo-website';
import { DemoIssuing } from './demo/demo-issuing';
import { DemoLibrary } from './demo/demo-library';
import { DemoMandates } from './demo/demo-mandates';
import { DemoLearning } from './demo/demo-learning';
import { DemoMembersImport } from './demo/demo-members-import';
import { DemoProgrammeImport } from './demo/demo-programme-import';
import { DemoPath } from './demo/demo-path';
import { DemoProgramme } from './demo/demo-programme';
import { DemoRefresher } from './demo/demo-refresher';
import { DemoSchemes } from './demo/demo-schemes';
import { DemoSeats } from './demo/demo-seats';
import { DemoMarks } from './demo/demo-marks';
import { DemoSitting } from './demo/demo-sitting';
import { DemoTemplates } from './demo/demo-templates';
import { DemoVersions } from './demo/demo-versions';
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
      imports: [...floorOf(LIBS, config, database, { clock }), ...modulesOf(LIBS)],
      providers: [
        DemoAttendance,
        DemoBookings,
        DemoClaims,
        DemoCouncil,
        DemoDraft,
        DemoFeedback,
        DemoFindings,
        DemoFirstSteps,
        DemoWebsite,
        DemoHandbook,
        DemoFacts,
        DemoTasters,
        DemoIssuing,
        DemoLearning,
        DemoLibrary,
        DemoMandates,
        DemoMembersImport,
        DemoPath,
        DemoProgrammeImport,
        DemoProgramme,
        DemoRefresher,
        DemoSchemes,
        DemoSeats,
        DemoMarks,
        DemoSitting,
        DemoSteeringGroup,
        DemoTemplates,
        DemoVersions,
        ShippedCourses,
      ],
    };
  }
}

/** Of whoever prepares a council and is not stopped meanwhile. */
const NOT_STOPPED: Pick<Starting, 'onStop' | 'whole'> = { onStop: () => undefined, whole: (step) => step() };

/** Loads the demo council, once. */
export async function prepareCouncil(
  config: Config,
  database: DataSource,
  steps: Steps,
  { onStop, whole } = NOT_STOPPED,
): Promise<void> {
  if (!config.DEMO || (await isLoaded(database))) return;
  const clock = new DemoClock(new SystemClock().now());
  let open: INestApplicationContext | undefined;
  const close = async () => {
    const closing = open;
    open = undefined;
    await closing?.close();
  };
  const context = await whole(async () => {
    open = await NestFactory.createApplicationContext(PreparationModule.with(config, database, clock), {
      logger: quietLogger(config),
      abortOnError: false,
    });
    // While the database is still there: what waits for its turn to be imported is told only so.
    onStop(close);
    return open;
  });
  try {
    const council = context.get(DemoCouncil);
    await steps.take('Inviting the demo council', () => council.invite(clock));
    await steps.take('Recording its elections and committees', () => context.get(DemoSeats).seat(clock));
    await steps.take('Importing, testing and publishing the shipped modules', (tell) =>
      council.publishShippedCourses(clock, tell),
    );
    await steps.take('Planning its year', () => context.get(DemoProgramme).tell(clock));
    await steps.take('Telling the council’s story so far', (tell) => council.live(clock, tell));
    await steps.take('Saying who may sit', () => context.get(DemoSitting).tell(clock));
    await steps.take('Drafting its certificates', () => context.get(DemoTemplates).tell(clock));
    await steps.take('Booking its places', () => context.get(DemoBookings).tell(clock));
    await steps.take('Writing down who was there', () => context.get(DemoAttendance).tell(clock));
    await steps.take('Asking them how it was', () => context.get(DemoFeedback).tell(clock));
    await steps.take('Publishing its programme', () => context.get(DemoVersions).tell(clock));
    await steps.take('Writing down first steps', () => context.get(DemoFirstSteps).tell(clock));
    await steps.take('Counting how often its pages were read', () => context.get(DemoWebsite).tell(clock));
    await steps.take('Writing its handbook', () => context.get(DemoHandbook).tell(clock));
    await steps.take('Filling its library', () => context.get(DemoLibrary).tell(clock));
    await steps.take('Writing half a module', () => context.get(DemoDraft).tell(clock));
    await steps.take('Opening a round of the steering group', () => council.testNow(clock));
    await context.get(Settings).set(database.manager, LOADED, 'loaded', clock.today);
  } finally {
    await close();
  }
}

async function isLoaded(database: DataSource): Promise<boolean> {
  return (await new Settings(database).find(LOADED)) !== undefined;
}
