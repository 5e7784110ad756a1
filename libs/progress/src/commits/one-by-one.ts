import { isComplete } from '../attempt/result';
import { resultSoFar } from './outcome';
import type { Place, Work } from './work';

/**
 * Several commits of one registration in one batch come to what they would come to one after the other: what lasts, lasts from the
 * commit that said it, and whatever follows the one that completes a course waits for the next batch. Alone a commit costs nothing here.
 */
export class OneByOne {
  private readonly expected = new Map<Work, number>();
  private readonly completed = new Set<Work>();

  /** @param works of each commit in the batch */
  constructor(works: readonly Work[]) {
    for (const work of works) this.expected.set(work, (this.expected.get(work) ?? 0) + 1);
  }

  mustWait({ work }: Place): boolean {
    return this.completed.has(work);
  }

  /** After a commit was merged into the attempt. */
  merged({ work, attempt }: Place, at: Date): void {
    if (this.expected.get(work) === 1) return;
    attempt.before = resultSoFar(attempt, at);
    if (attempt.completedAt === undefined && isComplete(attempt.before)) this.completed.add(work);
  }
}
