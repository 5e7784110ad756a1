import type { Completion, Success } from '@induct/scorm';
import type { ScorePolicy } from './score';

/** What a SCO, an attempt or a registration amounts to. It never goes down. */
export interface Result {
  completion: Completion;
  success: Success;
  /** Per cent, 0 to 100. */
  score?: number;
  /** Share done, 0 to 1, as far as the package reports it. */
  progress?: number;
}

const COMPLETIONS: readonly Completion[] = ['not_attempted', 'incomplete', 'completed'];
const SUCCESSES: readonly Success[] = ['unknown', 'failed', 'passed'];

/** not attempted < incomplete < completed: what was earned is not taken away. */
export function higherCompletion(a: Completion, b: Completion): Completion {
  return COMPLETIONS.indexOf(a) < COMPLETIONS.indexOf(b) ? b : a;
}

/** unknown < failed < passed: a later failure does not take a pass away. */
export function higherSuccess(a: Success, b: Success): Success {
  return SUCCESSES.indexOf(a) < SUCCESSES.indexOf(b) ? b : a;
}

export function higher(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}

/** A course is complete when it was completed and its test, if it has one, was not failed. */
export function isComplete(result: Result): boolean {
  return result.completion === 'completed' && result.success !== 'failed';
}

/**
 * An attempt's result after what its SCOs have come to now. A pass stays, and so does what was completed: a test failed
 * after that changes nothing. Until then "failed" lasts as long as a part is failed, and no longer.
 */
export function lasting(before: Result, wasComplete: boolean, now: Result): Result {
  const completion = higherCompletion(before.completion, now.completion);
  if (wasComplete && now.success === 'failed') {
    return { ...now, completion, success: before.success === 'passed' ? 'passed' : 'unknown', score: before.score };
  }
  return { ...now, completion, success: before.success === 'passed' ? 'passed' : now.success };
}

/**
 * The registration's result: the best of its attempts, in the order of their numbers; the score by policy. Once one is
 * complete, those that were not say nothing of success and score any more; until then "failed" goes with a failed one's score.
 */
export function bestOf(attempts: readonly Result[], policy: ScorePolicy): Result {
  const complete = attempts.filter(isComplete);
  const telling = complete.length > 0 ? complete : attempts;
  const success = telling.map((one) => one.success).reduce(higherSuccess, 'unknown');
  const scored = success === 'failed' ? telling.filter((one) => one.success === 'failed') : telling;
  const scores = scored.map(({ score }) => score).filter((score) => score !== undefined);
  return {
    completion: attempts.map(({ completion }) => completion).reduce(higherCompletion, 'not_attempted'),
    success,
    score: policy === 'best' ? scores.reduce(higher, undefined) : policy === 'latest' ? scores.at(-1) : scores[0],
    progress: attempts.map(({ progress }) => progress).reduce(higher, undefined),
  };
}
