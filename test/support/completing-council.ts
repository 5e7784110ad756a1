import { Test, type TestingModule } from '@nestjs/testing';
import { AccreditationModule } from '@induct/accreditation';
import { openDatabase, PlatformModule, QueueModule, Transactions } from '@induct/platform';
import { Launching, ProgressModule, Tracking } from '@induct/progress';
import { Client } from 'pg';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { aCourse, aTree } from './given-learning';
import { aPerson } from './given-person';
import { allTables } from './tables';
import { body } from './tracked-learning';

const OPENED = new Date('2026-11-22T13:00:00Z');
/** Long enough for nobody to doubt that they have learned. */
const AN_HOUR_LATER = new Date('2026-11-22T14:00:00Z');

/** One opening of a core module by a member. */
export interface Opened {
  personId: string;
  token: string;
}

/** A council whose members complete core modules, which two processes hear of: each has connections of its own. */
export class CompletingCouncil {
  /** What a transaction of either process failed with. */
  readonly failed: unknown[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly clock: FixedClock,
    readonly processes: readonly [TestingModule, TestingModule],
    readonly courses: readonly string[],
  ) {}

  static async begin(): Promise<CompletingCouncil> {
    const database = await cloneDatabase();
    const clock = new FixedClock(OPENED);
    const { source } = database;
    const courses = await Promise.all([1, 2].map(() => aCourse(source, aTree({ one: {} }))));
    await source.query('update course set core = true');
    const process = async () => {
      const own = await openDatabase(database.url, allTables);
      const platform = PlatformModule.with(testConfig(database.url, { DEMO: 'true' }), own, { clock });
      const imports = [platform, QueueModule.forUrl(database.url), ProgressModule, AccreditationModule];
      const nest = await Test.createTestingModule({ imports }).compile();
      return nest.init();
    };
    const processes = [await process(), await process()] as [TestingModule, TestingModule];
    const ids = courses.map(({ courseId }) => courseId);
    const council = new CompletingCouncil(database, clock, processes, ids);
    for (const nest of processes) council.listenFor(nest);
    return council;
  }

  async end(): Promise<void> {
    for (const nest of this.processes) await nest.close();
    await this.database.drop();
  }

  /** Members who have opened every core module. @returns of each of them, in the order of the modules */
  async opened(people: number): Promise<Opened[][]> {
    this.clock.set(OPENED);
    const launching = this.processes[0].get(Launching);
    const opened = Array.from({ length: people }, async (_, nth) => {
      const personId = await aPerson(this.database.source, { name: `Member ${nth}` });
      const all: Opened[] = [];
      for (const courseId of this.courses)
        all.push({ personId, token: (await launching.open({ personId, courseId })).token });
      return all;
    });
    const members = await Promise.all(opened);
    this.clock.set(AN_HOUR_LATER);
    return members;
  }

  /** As a browser says it. @param by which of the two processes */
  complete({ token }: Opened, by: 0 | 1) {
    return this.processes[by].get(Tracking).commit(token, body({ status: 'completed', final: true }));
  }

  /** Whoever completes something of these people has to wait. @returns what lets them go */
  async hold(...opened: Opened[]): Promise<() => Promise<void>> {
    const client = new Client({ connectionString: this.database.url });
    await client.connect();
    const lock = `select pg_advisory_lock(hashtextextended('completions ' || id, 0)) from unnest($1::text[]) as person (id)`;
    await client.query(lock, [opened.map(({ personId }) => personId)]);
    return () => client.end();
  }

  /** What these people have come to. */
  async counts(people: readonly Opened[][]): Promise<Record<string, number>> {
    const [counted] = await this.database.source.query<Record<string, number>[]>(
      `select (select count(*)::int from registration where person_id = any($1) and completed_at is not null) as completed,
              (select count(*)::int from evidence where person_id = any($1)) as evidence,
              (select count(*)::int from award where person_id = any($1)) as awards,
              (select count(distinct number)::int from certificate where person_id = any($1)) as certificates`,
      [people.map(([first]) => first!.personId)],
    );
    return counted!;
  }

  private listenFor(nest: TestingModule): void {
    const transactions = nest.get(Transactions);
    const noting = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        this.failed.push(error);
        throw error;
      }
    };
    const [run, asking] = [transactions.run.bind(transactions), transactions.asking.bind(transactions)];
    transactions.run = (work) => noting(run(work));
    transactions.asking = (questions, work) => noting(asking(questions, work));
  }
}
