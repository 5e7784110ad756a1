/** In rising order: see `completions`. */
export type Completion = 'not_attempted' | 'incomplete' | 'completed';
/** In rising order: see `successes`. */
export type Success = 'unknown' | 'failed' | 'passed';

export const completions: readonly Completion[] = ['not_attempted', 'incomplete', 'completed'];
export const successes: readonly Success[] = ['unknown', 'failed', 'passed'];

/** What one SCO, or a whole course, has come to. */
export interface ScoResult {
  completion: Completion;
  success: Success;
  /** Per cent, 0 to 100. */
  score?: number;
  /** Share done, 0 to 1. */
  progress?: number;
}

/** A course counts as done when it is completed and was not failed: a failed test can be taken again. */
export function isDone(result: Pick<ScoResult, 'completion' | 'success'>): boolean {
  return result.completion === 'completed' && result.success !== 'failed';
}
