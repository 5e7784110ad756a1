import type { ProgressStatus } from './commit-answer';
import type { Result } from '../attempt/result';

/** The status of a registration as the player and other programs are told it. */
export function statusOf(known: { result: Result; recordedAt: Date; completedAt?: Date }): ProgressStatus {
  const { result, recordedAt, completedAt } = known;
  return {
    completion: result.completion,
    success: result.success,
    score: result.score,
    progress: result.progress,
    recordedAt: recordedAt.toISOString(),
    completedAt: completedAt?.toISOString(),
  };
}
