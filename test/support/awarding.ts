import { Test, type TestingModule } from '@nestjs/testing';
import { AccreditationModule, Awards } from '@induct/accreditation';
import { Announcements, PlatformModule, QueueModule, Transactions } from '@induct/platform';
import { CourseCompleted } from '@induct/progress';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { Learners } from './learners';

/** A council that makes awards, without a worker, at a moment that stands. */
export class Awarding {
  private constructor(
    readonly database: TestDatabase,
    readonly nest: TestingModule,
    readonly clock: FixedClock,
    readonly given: Learners,
  ) {}

  static async begin(): Promise<Awarding> {
    const clock = new FixedClock(new Date('2026-11-22T14:32:00Z'));
    const database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url, { DEMO: 'true' }), database.source, { clock });
    const nest = await Test.createTestingModule({
      imports: [platform, QueueModule.forUrl(database.url), AccreditationModule],
    }).compile();
    await nest.init();
    return new Awarding(database, nest, clock, new Learners(database.source));
  }

  async end(): Promise<void> {
    await this.nest.close();
    await this.database.drop();
  }

  get awards(): Awards {
    return this.nest.get(Awards);
  }

  /** What the outbox holds for an address, the oldest first. */
  lettersTo(address: string): Promise<{ subject: string; text: string }[]> {
    return this.database.source.query<{ subject: string; text: string }[]>(
      `select subject, body_text as text from mail where recipient = $1 order by created_at, id`,
      [address],
    );
  }

  async forgetLetters(): Promise<void> {
    await this.database.source.query('delete from mail');
  }

  /** As the tracker does it: the result and the announcement in one transaction. */
  complete(personId: string, courseId: string, before = (): Promise<void> => Promise.resolve()): Promise<void> {
    return this.nest.get(Transactions).run(async (tx) => {
      await this.given.hasCompleted(personId, courseId, { tx });
      await before();
      const event = new CourseCompleted(personId, courseId, '', '', '', this.clock.now(), 1500, 90);
      await this.nest.get(Announcements).announce(tx, event);
    });
  }
}
