import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import type { LogBatch, Standard } from '@induct/scorm';
import { PreviewCommits, PreviewFindings, PreviewLog, Previews, PreviewStates, SteeringModule } from '@induct/steering';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { aCourse, aTree } from './given-learning';
import { anOpenRound, aPersonWho, aVersionUnderTest } from './given-round';

/** The first bytes of a picture. */
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Previews on a database of their own, as their pages use them: with the token of an address. */
export class GivenPreviews {
  readonly previews: Previews;

  private constructor(
    readonly database: TestDatabase,
    readonly module: TestingModule,
    readonly clock: FixedClock,
  ) {
    this.previews = module.get(Previews);
  }

  static async begin(): Promise<GivenPreviews> {
    const database = await cloneDatabase();
    const clock = new FixedClock();
    const module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), SteeringModule],
    }).compile();
    await module.init();
    return new GivenPreviews(database, module, clock);
  }

  async end(): Promise<void> {
    await this.module.close();
    await this.database.drop();
  }

  /** A round with one tester on the second version of a course of three parts, the last of them hidden. */
  async aRound(standard: Standard = 'scorm_12') {
    const { source } = this.database;
    const tree = aTree({ one: { title: 'Part one' }, two: { title: 'Part two' }, three: { visible: false } }, standard);
    const { versionId: published, courseId } = await aCourse(source, tree);
    const { versionId } = await aVersionUnderTest(source, published);
    const tester = await aPersonWho(source, 'tester');
    const roundId = await anOpenRound(source, { versionId, testers: [tester], at: this.clock.now() });
    return { courseId, published, versionId, roundId, by: tester };
  }

  /** A preview of the tester in such a round. */
  async opened(standard: Standard = 'scorm_12') {
    const round = await this.aRound(standard);
    return { ...round, ...(await this.previews.open(round)) };
  }

  state(token: string) {
    return this.module.get(PreviewStates).state(token);
  }

  commit(token: string, given: object = {}) {
    return this.module.get(PreviewCommits).commit(token, {
      seq: 1,
      sco: 'one',
      final: false,
      cmi: { core: { lesson_status: 'incomplete', lesson_location: 'p3' }, suspend_data: 'a=1' },
      ...given,
    });
  }

  log(token: string, calls: Partial<LogBatch['calls'][number]>[], given: object = {}) {
    const nothing = { at: 0, sco: 'one', call: 'LMSGetValue', element: '', value: '', answer: '', error: '' };
    const batch = { page: 'page-one', first: 0, now: 10_000, shownMs: 9_000 };
    return this.module
      .get(PreviewLog)
      .log(token, { ...batch, calls: calls.map((call) => ({ ...nothing, ...call })), ...given });
  }

  record(token: string, given: object = {}) {
    return this.module.get(PreviewFindings).raise(token, {
      severity: 'blocking',
      text: ' The date is wrong. ',
      sco: 'one',
      location: 'p3',
      progress: 0.25,
      screenshot: PNG.toString('base64'),
      ...given,
    });
  }
}
