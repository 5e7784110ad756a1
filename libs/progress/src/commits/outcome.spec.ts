import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Activity, Standard } from '@induct/scorm';
import { aTree } from '../../../../test/support/given-learning';
import type { CommitBody } from './commit-body';
import { trackedVersion } from './course-versions';
import { incoming } from './incoming';
import { type Outcome, outcomeOf } from './outcome';
import { isComplete } from '../attempt/result';
import { takeIn } from './take-in';
import type { LaunchWork, Work } from './work';

const begin = new Date('2026-11-22T14:00:00Z').getTime();

/** One attempt whose commits are taken in one after the other, as batches of one. */
class Trial {
  private readonly work: Work;
  private launch!: LaunchWork;
  private seq = 0;
  private at = begin;

  constructor(parts: Record<string, Partial<Activity>>, standard: Standard = 'scorm_12') {
    const version = trackedVersion(aTree(parts, standard));
    const attempt = { id: 'a', number: 1, versionId: 'v', version, others: [], scos: new Map() };
    this.work = {
      registrationId: 'r',
      revision: 0,
      personId: randomUUID(),
      courseId: 'c',
      policy: 'best',
      recordedAt: new Date(begin),
      attempts: new Map([['a', { ...attempt, before: { completion: 'not_attempted', success: 'unknown' } }]]),
      launches: new Map(),
      commits: [],
    };
    this.open();
  }

  open(): void {
    const number = (this.launch?.number ?? 0) + 1;
    this.launch = { id: `l${number}`, attemptId: 'a', number, openedAt: new Date(this.at), hashes: new Map() };
  }

  commit(cmi: object, more: Partial<CommitBody> = {}): Outcome {
    this.at += 60_000;
    this.seq += 1;
    const body = { seq: this.seq, sco: 'one', run: 1, final: false, shownMs: 0, cmi: { ...cmi }, ...more };
    const attempt = this.work.attempts.get('a')!;
    this.work.commits = [];
    takeIn(this.work, attempt, this.launch, incoming('token', body, new Date(this.at)));
    const outcome = outcomeOf(this.work);
    attempt.before = outcome.attempts[0]!.result;
    attempt.completedAt = outcome.attempts[0]!.completedAt;
    this.work.completedAt = outcome.completedAt;
    this.work.recordedAt = outcome.recordedAt;
    return outcome;
  }
}

const says = (lesson_status: string, raw?: number, more: object = {}) => ({
  core: { lesson_status, ...(raw !== undefined && { score: { raw: String(raw) } }), ...more },
});

describe('what an attempt comes to', () => {
  it('is failed no longer than a part of it is, also while others are open', () => {
    const trial = new Trial({ one: { masteryScore: 80 }, two: {} });
    expect(trial.commit(says('completed', 40)).result).toMatchObject({ success: 'failed', score: 40 });
    expect(trial.commit(says('completed', 100)).result).toMatchObject({
      completion: 'incomplete',
      success: 'unknown',
      score: 100,
    });
    const { result, completedAt } = trial.commit(says('completed'), { sco: 'two' });
    expect(result).toMatchObject({ completion: 'completed', success: 'passed' });
    expect(completedAt).toBeDefined();
  });

  const withTest = () => new Trial({ one: { scaledPassingScore: 0.8 } }, 'scorm_2004');
  const lastPage = { completion_status: 'completed', success_status: 'unknown' };

  it('is not complete when the last page opens and the test is not scored yet', () => {
    const trial = withTest();
    expect(trial.commit(lastPage).completed).toBeUndefined();
    expect(trial.commit({ ...lastPage, score: { scaled: '0' } })).toMatchObject({
      result: { completion: 'completed', success: 'failed', score: 0 },
    });
    expect(trial.commit({ ...lastPage, score: { scaled: '0.9' } }).completed).toMatchObject({ score: 90 });
  });

  it('is complete without a result once its run has ended, and not when it was only paused', () => {
    const trial = withTest();
    expect(trial.commit({ ...lastPage, exit: 'suspend' }, { final: true }).completedAt).toBeUndefined();
    trial.open();
    expect(trial.commit({ completion_status: 'incomplete' }).completedAt).toBeUndefined();
    expect(trial.commit({ ...lastPage, exit: 'normal' }, { final: true }).completedAt).toBeDefined();
  });

  it('is complete when what said so was never ended, and is opened again', () => {
    const trial = new Trial({ one: { masteryScore: 80 } });
    expect(trial.commit(says('completed')).completedAt).toBeUndefined();
    trial.open();
    expect(trial.commit(says('incomplete')).completed).toMatchObject({ score: undefined });
  });

  it('has the time that was seen where the module reports none, and says so', () => {
    const silent = new Trial({ one: {} });
    expect(silent.commit(says('completed'), { shownMs: 45_000 }).attempts[0]).toMatchObject({
      learningSeconds: 45,
      timeMeasured: true,
    });
    const speaking = new Trial({ one: {} });
    speaking.commit(says('incomplete'), { shownMs: 45_000 });
    const reported = says('completed', undefined, { session_time: '0000:00:30' });
    expect(speaking.commit(reported, { shownMs: 50_000 }).attempts[0]).toMatchObject({
      learningSeconds: 30,
      timeMeasured: false,
    });
    const lying = new Trial({ one: {} });
    expect(lying.commit(says('completed'), { shownMs: 3_600_000 }).learningSeconds).toBe(60);
  });

  it('stays as it was completed when a test is failed after that: no score of a failed test goes with it', () => {
    const trial = withTest();
    trial.commit({ ...lastPage, exit: 'normal' }, { final: true });
    const { result } = trial.commit({ ...lastPage, score: { scaled: '0' } }, { run: 2 });
    expect(result).toMatchObject({ completion: 'completed', success: 'unknown' });
    expect(result.score).toBeUndefined();
    expect(trial.commit({ ...lastPage, score: { scaled: '0.85' } }, { run: 3 }).result).toMatchObject({
      success: 'passed',
      score: 85,
    });
  });

  it('never says "not passed" beside a score that passes, whatever the module says and wherever it stops', () => {
    const raw = fc.constantFrom(undefined, 0, 40, 79.99, 80, 100);
    const status = fc.constantFrom('incomplete', 'completed', 'passed', 'failed');
    const step = fc.record({
      sco: fc.constantFrom('one', 'two'),
      status,
      raw,
      run: fc.integer({ min: 1, max: 3 }),
      final: fc.boolean(),
      exit: fc.constantFrom('', 'suspend'),
      opens: fc.boolean(),
    });
    const parts = fc.constantFrom<Record<string, Partial<Activity>>[]>(
      { one: { masteryScore: 80 } },
      { one: {} },
      { one: { masteryScore: 80 }, two: {} },
      { one: { masteryScore: 80 }, two: { masteryScore: 80 } },
    );
    const standards = fc.constantFrom<Standard>('scorm_12', 'scorm_2004');
    const trials = fc.check(
      fc.property(parts, standards, fc.array(step, { maxLength: 12 }), (marks, standard, steps) => {
        const trial = new Trial(marks, standard);
        const most = Object.keys(marks).length === 1 ? (marks.one!.masteryScore ?? 100) : 100;
        for (const { sco, status: said, raw: points, run, final, exit, opens } of steps) {
          if (opens) trial.open();
          const cmi =
            standard === 'scorm_12'
              ? says(said, points, { exit })
              : {
                  completion_status: said === 'incomplete' ? said : 'completed',
                  success_status: said === 'passed' || said === 'failed' ? said : 'unknown',
                  exit,
                  ...(points !== undefined && { score: { scaled: String(points / 100) } }),
                };
          const { result, completedAt } = trial.commit(cmi, { sco: sco in marks ? sco : 'one', run, final });
          if (result.success === 'failed' && (result.score ?? 0) >= most) return false;
          if (completedAt && !isComplete(result)) return false;
        }
        return true;
      }),
      { seed: 8, numRuns: 300 },
    );
    expect(trials.counterexample).toBeNull();
  });

  it('has no score while the part that was failed has none: the others’ would be taken for its', () => {
    const trial = new Trial({ one: {}, two: {} });
    trial.commit(says('passed', 100), { sco: 'two', final: true });
    expect(trial.commit(says('failed'), { final: true }).result).toMatchObject({ success: 'failed', score: undefined });
  });
});
