import fc from 'fast-check';
import type { Activity, Standard } from '@induct/scorm';
import { aTree } from '../../../../test/support/given-learning';
import { trackedVersion, type TrackedVersion } from '../commits/course-versions';
import { incoming } from '../commits/incoming';
import { type AttemptOutcome, outcomeOf } from '../commits/outcome';
import { takeIn } from '../commits/take-in';
import type { AttemptWork, LaunchWork, Work } from '../commits/work';
import type { ScorePolicy } from '../attempt/score';
import { type LoggedCommit, Replay } from './replay';

const begin = new Date('2026-11-22T14:00:00Z').getTime();

/** One attempt as it is recorded, batch by batch, and the log of it. */
class Recorded {
  readonly log: LoggedCommit[] = [];
  readonly attempt: AttemptWork;
  outcome?: AttemptOutcome;
  private readonly work: Work;
  private at = begin;

  constructor(version: TrackedVersion, policy: ScorePolicy) {
    const before = { completion: 'not_attempted', success: 'unknown' } as const;
    this.attempt = { id: 'a', number: 1, versionId: 'v', version, before, others: [], scos: new Map() };
    this.work = {
      registrationId: 'r',
      revision: 0,
      personId: 'p',
      courseId: 'c',
      policy,
      recordedAt: new Date(begin),
      attempts: new Map([['a', this.attempt]]),
      launches: new Map(),
      commits: [],
    };
  }

  batch(commits: readonly Sent[]): void {
    this.work.commits = [];
    for (const { launch, seq, run, sco, final, shownMs, cmi } of commits) {
      this.at += 61_000;
      const made = this.launch(launch);
      const body = { seq, run, sco, final, shownMs, cmi };
      const commit = incoming('token', body, new Date(this.at));
      // Only what is new is in the log, and it comes back from it as JSON.
      if (takeIn(this.work, this.attempt, made, commit) !== 'new') continue;
      const logged = JSON.parse(commit.logText) as LoggedCommit['cmi'];
      const { receivedAt, suspendHash } = commit;
      this.log.push({ launch, openedAt: made.openedAt, sco, run, seq, cmi: logged, suspendHash, receivedAt, body });
    }
    if (this.work.commits.length === 0) return;
    const outcome = outcomeOf(this.work);
    this.outcome = outcome.attempts[0]!;
    this.attempt.before = this.outcome.result;
    this.attempt.completedAt = this.outcome.completedAt;
    this.work.recordedAt = outcome.recordedAt;
  }

  private launch(number: number): LaunchWork {
    const openedAt = new Date(begin + number * 30_000);
    const known = this.work.launches.get(`${number}`) ?? {
      id: `${number}`,
      attemptId: 'a',
      number,
      openedAt,
      hashes: new Map(),
    };
    this.work.launches.set(`${number}`, known);
    return known;
  }
}

type Sent = ReturnType<ReturnType<typeof sentOf>>;
const sentOf =
  (standard: Standard) =>
  (given: {
    launch: number;
    seq: number;
    sco: string;
    final: boolean;
    status: string;
    passed: string;
    raw: number | undefined;
    progress: number | undefined;
    minutes: number;
    exit: string;
  }) => {
    const { launch, seq, sco, final, status, passed, raw, progress, minutes, exit } = given;
    const cmi: Record<string, unknown> =
      standard === 'scorm_12'
        ? {
            core: {
              lesson_status: passed === 'unknown' ? status : passed,
              ...(raw !== undefined && { score: { raw: String(raw) } }),
              session_time: `0000:${String(minutes).padStart(2, '0')}:00`,
              exit,
            },
            suspend_data: `${launch}/${seq}`,
          }
        : {
            completion_status: status,
            success_status: passed,
            ...(raw !== undefined && { score: { scaled: String(raw / 100) } }),
            ...(progress !== undefined && { progress_measure: String(progress) }),
            session_time: `PT${minutes}M`,
            exit,
            suspend_data: `${launch}/${seq}`,
          };
    return { launch, seq, run: Math.ceil(seq / 4), sco, final, shownMs: minutes * 60_000, cmi };
  };

const marks = (standard: Standard): Partial<Activity> =>
  standard === 'scorm_12' ? { masteryScore: 80 } : { scaledPassingScore: 0.8 };

const history = fc.constantFrom<Standard>('scorm_12', 'scorm_2004').chain((standard) =>
  fc.record({
    standard: fc.constant(standard),
    policy: fc.constantFrom<ScorePolicy>('best', 'latest', 'first'),
    tested: fc.uniqueArray(fc.constantFrom<string>('one', 'two', 'three')),
    parts: fc.constantFrom<string[]>(['one'], ['one', 'two'], ['one', 'two', 'three']),
    sent: fc
      .uniqueArray(
        fc.record({
          launch: fc.integer({ min: 1, max: 4 }),
          seq: fc.integer({ min: 1, max: 12 }),
          sco: fc.constantFrom('one', 'two', 'three'),
          final: fc.boolean(),
          status: fc.constantFrom('incomplete', 'completed', 'not attempted'),
          passed: fc.constantFrom('unknown', 'unknown', 'passed', 'failed'),
          raw: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
          progress: fc.option(fc.constantFrom(0.2, 0.7, 1), { nil: undefined }),
          minutes: fc.integer({ min: 0, max: 9 }),
          exit: fc.constantFrom('', 'suspend'),
        }),
        { selector: ({ launch, seq }) => `${launch}.${seq}`, maxLength: 25 },
      )
      .map((all) => all.map(sentOf(standard))),
    again: fc.infiniteStream(fc.nat()),
  }),
);

type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

function courseOf({ standard, tested, parts, sent }: History) {
  const tree = aTree(Object.fromEntries(parts.map((id) => [id, tested.includes(id) ? marks(standard) : {}])), standard);
  return { version: trackedVersion(tree), sent: sent.filter(({ sco }) => parts.includes(sco)) };
}

const told = (log: readonly LoggedCommit[], version: TrackedVersion, policy: ScorePolicy) => {
  const replay = new Replay(version, policy);
  const steps = log.map((commit) => replay.take(commit));
  return { replay, steps };
};

const RUNS = { numRuns: 150, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };

describe('an attempt told again', () => {
  it('ends with what is stored of it, whatever came, in whatever order, and however often', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { version, sent } = courseOf(one);
        const recorded = new Recorded(version, one.policy);
        for (const commit of sent) recorded.batch([commit]);
        for (const nth of one.again.take(3)) if (sent.length > 0) recorded.batch([sent[nth % sent.length]!]);
        const { replay, steps } = told(recorded.log, version, one.policy);
        const stored = Object.fromEntries(Array.from(recorded.attempt.scos, ([sco, { state }]) => [sco, state.result]));
        expect(Object.fromEntries(replay.parts)).toEqual(stored);
        expect(replay.result).toEqual(recorded.outcome?.result ?? { completion: 'not_attempted', success: 'unknown' });
        expect(replay.completedAt).toEqual(recorded.outcome?.completedAt);
        expect(steps.filter(({ completes }) => completes).map(({ at }) => at)).toEqual(
          recorded.outcome?.completedAt ? [recorded.outcome.completedAt] : [],
        );
      }),
      RUNS,
    );
  });

  it('ends with what is stored of its parts also when commits came in one batch', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 6 }), (one, size) => {
        const { version, sent } = courseOf(one);
        const recorded = new Recorded(version, one.policy);
        for (let at = 0; at < sent.length; at += size) recorded.batch(sent.slice(at, at + size));
        const stored = Object.fromEntries(Array.from(recorded.attempt.scos, ([sco, { state }]) => [sco, state.result]));
        expect(Object.fromEntries(told(recorded.log, version, one.policy).replay.parts)).toEqual(stored);
      }),
      RUNS,
    );
  });

  it('says of each save what the part had come to before and after it', () => {
    const version = trackedVersion(aTree({ one: { masteryScore: 80 } }));
    const recorded = new Recorded(version, 'best');
    const commit = (seq: number, lesson_status: string, raw: number, final = false): Sent => {
      const core = { lesson_status, score: { raw: String(raw) }, session_time: '0000:01:00', exit: '' };
      return { launch: 1, seq, run: 1, sco: 'one', final, shownMs: 0, cmi: { core, suspend_data: '' } };
    };
    for (const one of [commit(1, 'incomplete', 20), commit(2, 'completed', 70, true), commit(3, 'completed', 90, true)])
      recorded.batch([one]);
    const { steps } = told(recorded.log, version, 'best');
    expect(steps).toMatchObject([
      { before: undefined, after: { completion: 'incomplete', score: 20 }, closed: false, completes: false },
      { before: { score: 20 }, after: { success: 'failed', score: 70 }, closed: true, completes: false },
      { before: { success: 'failed' }, after: { success: 'passed', score: 90 }, completes: true, wasComplete: false },
    ]);
  });
});
