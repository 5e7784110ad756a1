import * as fc from 'fast-check';
import type { ScoInteraction } from '@induct/scorm';
import { RUNS_KEPT } from './interactions';
import { cappedTime, isOverclaimed, learningSeconds, type LaunchTime } from './learning-time';
import { join } from './merge';
import { compareOrder, type Order } from './order';
import { higherCompletion, higherSuccess, isComplete } from './result';
import type { ScorePolicy } from './score';
import { type Answered, nothingYet, type Said, type ScoState } from './sco-state';

const policies = fc.constantFrom<ScorePolicy>('best', 'latest', 'first');
const completions = fc.constantFrom('not_attempted' as const, 'incomplete' as const, 'completed' as const);
const successes = fc.constantFrom('unknown' as const, 'failed' as const, 'passed' as const);
const said = (location: string) => ({ location }) as Said;
const answered = (seq: number, answers: string[]): Record<string, Answered> =>
  Object.fromEntries(answers.map((id) => ({ seq, interaction: { id } as ScoInteraction })).entries());
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

/** One commit of a SCO as a state. What it says is a function of its key: the same (launch, seq) never differs. */
const commits = fc
  .uniqueArray(
    fc.record({
      launch: fc.integer({ min: 1, max: 30 }),
      seq: fc.integer({ min: 1, max: 12 }),
      completion: completions,
      success: successes,
      score: maybe(fc.integer({ min: 0, max: 100 })),
      progress: maybe(fc.constantFrom(0, 0.25, 0.5, 1)),
      sessionTime: fc.integer({ min: 0, max: 500_000 }),
      elapsed: fc.integer({ min: 0, max: 400_000 }),
      ended: fc.boolean(),
      answers: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
      objective: maybe(completions),
    }),
    { selector: ({ launch, seq }) => `${launch}.${seq}`, maxLength: 60 },
  )
  .map((all) =>
    all.map(({ launch, seq, ...rest }): ScoState => {
      const at: Order = { launch, run: Math.ceil(seq / 5), seq };
      const { completion, success, score, progress, sessionTime, elapsed, ended, answers, objective } = rest;
      const time: LaunchTime = { seq, elapsed, runs: { [at.run]: cappedTime(sessionTime, elapsed) } };
      if (isOverclaimed(sessionTime, elapsed)) time.over = true;
      return {
        result: {
          completion,
          success,
          score: score === undefined ? undefined : { value: score, at },
          progress,
          launches: { [launch]: time },
        },
        runtime: {
          newest: { at, suspendHash: `${launch}/${seq}`, ended, said: said(`${launch}/${seq}`) },
          objectives: objective ? { one: { completion: objective, success } } : {},
          interactions: answers.length > 0 ? { [`${launch}.${at.run}`]: answered(seq, answers) } : {},
        },
      };
    }),
  );

const merged = (states: readonly ScoState[], policy: ScorePolicy) =>
  states.reduce((state, commit) => join(state, commit, policy), nothingYet);

const shuffledWithRepeats = commits.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
  ),
);

describe('merging commits', () => {
  it('gives the same state in any order and with any repetition', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, policies, ([all, shuffled], policy) => {
        expect(merged(shuffled, policy)).toEqual(merged(all, policy));
      }),
    );
  });

  it('gives the same state when parts are merged first: associative, commutative, idempotent', () => {
    fc.assert(
      fc.property(commits, commits, commits, policies, (one, two, three, policy) => {
        // Keys of different lists may collide: give each list launches of its own.
        const [a, b, c] = [one, two, three].map((list, index) => merged(list.map(shiftedBy(index * 100)), policy)) as [
          ScoState,
          ScoState,
          ScoState,
        ];
        expect(join(join(a, b, policy), c, policy)).toEqual(join(a, join(b, c, policy), policy));
        expect(join(a, b, policy)).toEqual(join(b, a, policy));
        expect(join(a, a, policy)).toEqual(a);
      }),
    );
  });

  it('never takes anything earned away, whatever comes and whatever is missing', () => {
    fc.assert(
      fc.property(commits, (all) => {
        let state = nothingYet;
        for (const commit of all) {
          const next = join(state, commit, 'best');
          expect(higherCompletion(state.result.completion, next.result.completion)).toBe(next.result.completion);
          expect(higherSuccess(state.result.success, next.result.success)).toBe(next.result.success);
          expect(next.result.score?.value ?? 0).toBeGreaterThanOrEqual(state.result.score?.value ?? 0);
          expect(next.result.progress ?? 0).toBeGreaterThanOrEqual(state.result.progress ?? 0);
          expect(learningSeconds([next.result.launches])).toBeGreaterThanOrEqual(
            learningSeconds([state.result.launches]),
          );
          state = next;
        }
      }),
    );
  });

  it('resumes from the newest commit only, also when an older one arrives later', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, ([all, shuffled]) => {
        const newest = all
          .map(({ runtime }) => runtime.newest!)
          .toSorted((a, b) => compareOrder(a.at, b.at))
          .at(-1);
        expect(merged(shuffled, 'best').runtime.newest).toEqual(newest);
      }),
    );
  });

  it('scores by policy', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, ([all, shuffled]) => {
        const scores = all.flatMap(({ result }) => result.score ?? []).toSorted((a, b) => compareOrder(a.at, b.at));
        const [first] = scores;
        const firstRun = scores.filter(({ at }) => at.launch === first!.at.launch && at.run === first!.at.run);
        const value = (policy: ScorePolicy) => merged(shuffled, policy).result.score?.value;
        expect(value('best')).toBe(first && Math.max(...scores.map((score) => score.value)));
        expect(value('latest')).toBe(scores.at(-1)?.value);
        expect(value('first')).toBe(firstRun.at(-1)?.value);
      }),
    );
  });

  it('keeps the answers of the newest runs only', () => {
    fc.assert(
      fc.property(commits, (all) => {
        const kept = Object.keys(merged(all, 'best').runtime.interactions);
        const given = new Set(all.flatMap(({ runtime }) => Object.keys(runtime.interactions)));
        expect(kept).toHaveLength(Math.min(RUNS_KEPT, given.size));
      }),
    );
  });
});

const launch = (elapsed: number, ...runs: number[]) => ({
  seq: 1,
  elapsed,
  runs: Object.fromEntries(runs.map((time, run) => [run + 1, time])),
});

describe('learning time', () => {
  it('is the sum over launches and runs', () => {
    expect(learningSeconds([{ 1: launch(90_000, 6_000, 3_000), 2: launch(90_000, 1_000) }])).toBe(100);
  });

  it('adds the SCOs of a launch', () => {
    expect(learningSeconds([{ 1: launch(90_000, 6_000) }, { 1: launch(90_000, 3_000) }])).toBe(90);
  });

  it('is never more than passed on the wall and two minutes', () => {
    expect(cappedTime(1_000_000, 6_000)).toBe(18_000);
    expect(learningSeconds([{ 1: launch(6_000, 18_000, 18_000) }, { 1: launch(5_000, 17_000) }])).toBe(180);
  });

  it('does not run backwards when the clock was set back', () => {
    expect(cappedTime(500, -90_000)).toBe(0);
  });
});

describe('a result', () => {
  it('is complete when completed and not failed', () => {
    expect(isComplete({ completion: 'completed', success: 'unknown' })).toBe(true);
    expect(isComplete({ completion: 'completed', success: 'passed' })).toBe(true);
    expect(isComplete({ completion: 'completed', success: 'failed' })).toBe(false);
    expect(isComplete({ completion: 'incomplete', success: 'passed' })).toBe(false);
  });
});

function shiftedBy(launches: number) {
  return (state: ScoState): ScoState => {
    const { at } = state.runtime.newest!;
    const moved = { ...at, launch: at.launch + launches };
    const { score } = state.result;
    return {
      result: {
        ...state.result,
        score: score && { ...score, at: moved },
        launches: { [moved.launch]: state.result.launches[at.launch]! },
      },
      runtime: {
        newest: { ...state.runtime.newest!, at: moved },
        objectives: state.runtime.objectives,
        interactions: Object.fromEntries(
          Object.values(state.runtime.interactions).map((answers) => [`${moved.launch}.${moved.run}`, answers]),
        ),
      },
    };
  };
}
