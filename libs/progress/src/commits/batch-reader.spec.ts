import fc from 'fast-check';
import type { Activity } from '@induct/scorm';
import { aTree } from '../../../../test/support/given-learning';
import type { SequencingQueries } from '../sequencing/sequencing.queries';
import { Replay } from '../timeline/replay';
import { BatchReader } from './batch-reader';
import type { CommitQueries, KnownRow } from './commit.queries';
import { type CourseVersions, trackedVersion, type TrackedVersion } from './course-versions';
import { type Incoming, incoming } from './incoming';
import { KnownPlaces } from './known-places';
import { type Outcome, outcomeOf } from './outcome';

const begin = new Date('2026-11-22T14:00:00Z');
const minutesLater = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

interface Said {
  sco: string;
  status: string;
  raw: number | undefined;
  run: number;
  final: boolean;
  exit: string;
}

/** The first n numbered commits of one launch. */
function commitsOf(said: readonly Said[]): Incoming[] {
  return said.map(({ sco, status, raw, run, final, exit }, at) => {
    const core = { lesson_status: status, exit, ...(raw !== undefined && { score: { raw: String(raw) } }) };
    return incoming('token', { seq: at + 1, sco, run, final, shownMs: 0, cmi: { core } }, minutesLater(at + 1));
  });
}

/** One launch, batch by batch, as it is recorded: only that nothing is written. @returns what came of each batch */
async function recorded(version: TrackedVersion, batches: readonly (readonly Incoming[])[]): Promise<Outcome[]> {
  const fresh = {
    asked: 0,
    superseded: false,
    liveUntil: minutesLater(1000),
    openedAt: begin,
    lastCommitAt: null,
    finishedAt: null,
    versionId: 'v',
    revision: 0,
    personId: 'p',
    courseId: 'c',
    scorePolicy: 'best',
    recordedAt: begin,
    completedAt: null,
    completedVersionId: null,
    launchId: 'l',
    launchNumber: 1,
    attemptId: 'a',
    attemptNumber: 1,
    attemptCompletion: 'not_attempted',
    attemptSuccess: 'unknown',
    attemptScore: null,
    attemptCompletedAt: null,
    registrationId: 'r',
    others: null,
    sco: null,
    runtime: null,
  };
  const known = (batch: readonly Incoming[]) =>
    Promise.resolve(batch.map((_, asked) => ({ ...fresh, asked }) as unknown as KnownRow));
  const queries = { known, logged: () => Promise.resolve([]) } as unknown as CommitQueries;
  const versions = { find: () => Promise.resolve(new Map([['v', version]])) } as unknown as CourseVersions;
  const places = new KnownPlaces();
  const reader = new BatchReader(queries, versions, places, {} as unknown as SequencingQueries);
  const outcomes: Outcome[] = [];
  for (const batch of batches) {
    for (let left = batch; left.length > 0;) {
      const judged = await reader.judge(left);
      left = judged.filter((one) => 'overtaken' in one).map(({ commit }) => commit);
      for (const one of judged) {
        if (!('verdict' in one)) continue;
        if (one.about.work.commits.length > 0) outcomes.push(outcomeOf(one.about.work));
        places.keep(one.commit, one.about, outcomes.at(-1)!);
      }
    }
  }
  return outcomes;
}

function oneByOne(version: TrackedVersion, commits: readonly Incoming[]): Replay {
  const replay = new Replay(version, 'best');
  for (const { body, cmi, suspendHash, receivedAt } of commits) {
    const { sco, run, seq } = body;
    replay.take({ launch: 1, openedAt: begin, sco, run, seq, cmi, suspendHash, receivedAt, body });
  }
  return replay;
}

const marked: Partial<Activity> = { masteryScore: 80 };
const said = fc.record<Said>({
  sco: fc.constantFrom('one', 'two'),
  status: fc.constantFrom('incomplete', 'completed', 'passed', 'failed'),
  raw: fc.constantFrom(undefined, 0, 79, 100),
  run: fc.integer({ min: 1, max: 3 }),
  final: fc.boolean(),
  exit: fc.constantFrom('', 'suspend'),
});
const RUNS = { numRuns: 200, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };

describe('commits of one attempt in one batch', () => {
  it('come to what they come to one after the other', async () => {
    const courses = fc.constantFrom<Record<string, Partial<Activity>>[]>(
      { one: marked },
      { one: marked, two: {} },
      { one: marked, two: marked },
    );
    await fc.assert(
      fc.asyncProperty(courses, fc.array(said, { minLength: 1, maxLength: 8 }), fc.nat(7), async (parts, all, cut) => {
        const version = trackedVersion(aTree(parts));
        const commits = commitsOf(all.filter(({ sco }) => sco in parts));
        const batches = [commits.slice(0, cut), commits.slice(cut)].filter((batch) => batch.length > 0);
        const outcomes = await recorded(version, batches);
        const { result, completedAt } = oneByOne(version, commits);
        expect(outcomes.at(-1)?.attempts[0]?.completedAt).toEqual(completedAt);
        expect(outcomes.at(-1)?.attempts[0]?.result ?? result).toEqual(result);
        expect(outcomes.filter(({ completed }) => completed)).toHaveLength(completedAt ? 1 : 0);
      }),
      RUNS,
    );
  });

  it('keep a completion when the test that is failed after it comes in the same breath', async () => {
    const version = trackedVersion(aTree({ one: marked }));
    const done = { sco: 'one', status: 'completed', raw: undefined, run: 1, final: true, exit: '' };
    const commits = commitsOf([done, { ...done, status: 'failed', raw: 0, run: 2 }]);
    const outcomes = await recorded(version, [commits]);
    expect(outcomes.filter(({ completed }) => completed)).toHaveLength(1);
    expect(outcomes.at(-1)).toMatchObject({ completedAt: minutesLater(1), result: { completion: 'completed' } });
  });
});
