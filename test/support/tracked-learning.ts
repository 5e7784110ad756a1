import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { type CommitBody, Launching, ProgressModule, Registrations, Tracking } from '@induct/progress';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { aCourse, aMember, aTree } from './given-learning';

/** Members who open courses, and what their browsers send of it. */
export class TrackedLearning {
  private constructor(
    readonly clock: FixedClock,
    readonly database: TestDatabase,
    readonly module: TestingModule,
  ) {}

  static async begin(): Promise<TrackedLearning> {
    const clock = new FixedClock();
    const database = await cloneDatabase();
    const module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), ProgressModule],
    }).compile();
    await module.init();
    return new TrackedLearning(clock, database, module);
  }

  async end(): Promise<void> {
    await this.module.close();
    await this.database.drop();
  }

  get launching(): Launching {
    return this.module.get(Launching);
  }
  get tracking(): Tracking {
    return this.module.get(Tracking);
  }
  get registrations(): Registrations {
    return this.module.get(Registrations);
  }

  /** A course that a new member has opened. */
  readonly opened = async (tree = aTree({ one: {} })) => {
    const { courseId } = await aCourse(this.database.source, tree);
    const personId = await aMember(this.database.source);
    return { courseId, personId, ...(await this.launching.open({ personId, courseId })) };
  };

  readonly rows = <T>(sql: string, ...values: unknown[]) => this.database.source.query<T[]>(sql, values);
}

/** What a browser sends. */
export function body(
  given: Omit<Partial<CommitBody>, 'data'> & { status?: string; location?: string; data?: string } = {},
): CommitBody {
  const { status = 'incomplete', location = 'p1', data = '', ...rest } = given;
  const core = { lesson_status: status, lesson_location: location, session_time: '0000:01:00', exit: '' };
  const cmi = { core, ...(rest.suspendDataHash === undefined && { suspend_data: data }) };
  return { seq: 1, sco: 'one', run: 1, final: false, shownMs: 60_000, cmi, ...rest };
}
