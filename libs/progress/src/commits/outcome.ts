import { type Activity, passMark, reaches, rollup, type ScoResult } from '@induct/scorm';
import { hasOutlivedItsLaunch } from '../attempt/claim';
import { isMeasured, learningSeconds, newestLaunch } from '../attempt/learning-time';
import { CourseCompleted } from '../attempt/progress.events';
import { bestOf, isComplete, lasting, type Result } from '../attempt/result';
import { type Doubt, doubtsAbout } from '../attempt/plausibility';
import type { ScoResultState } from '../attempt/sco-state';
import type { TrackedVersion } from './course-versions';
import type { AttemptWork, Work } from './work';

/** What an attempt amounts to after the batch. */
export interface AttemptOutcome {
  attempt: AttemptWork;
  result: Result;
  learningSeconds: number;
  /** Some of that is what we saw, because the module reported no time. */
  timeMeasured: boolean;
  completedAt?: Date;
  /** Present when this batch completed it: what speaks against that. */
  doubts?: Doubt[];
}

/** What a registration amounts to after the batch. */
export interface Outcome {
  work: Work;
  attempts: AttemptOutcome[];
  result: Result;
  learningSeconds: number;
  recordedAt: Date;
  completedAt?: Date;
  completedVersionId?: string;
  /** Present when this batch completed the course. */
  completed?: CourseCompleted;
}

/** Rolls the merged SCOs up to their attempts, and these to the registration: the best over its attempts. */
export function outcomeOf(work: Work): Outcome {
  const recordedAt = work.commits.reduce((latest, { commit }) => later(latest, commit.receivedAt), work.recordedAt);
  const attempts = Array.from(work.attempts.values(), (attempt) => attemptOutcome(attempt, recordedAt));
  const all = allAttempts(attempts);
  const result = bestOf(all, work.policy);
  const seconds = all.reduce((sum, attempt) => sum + attempt.learningSeconds, 0);
  const completing = work.completedAt ? undefined : attempts.find(({ completedAt }) => completedAt);
  const outcome: Outcome = {
    work,
    attempts,
    result,
    learningSeconds: seconds,
    recordedAt,
    completedAt: work.completedAt ?? completing?.completedAt,
    completedVersionId: work.completedVersionId ?? completing?.attempt.versionId,
  };
  if (completing) {
    outcome.completed = new CourseCompleted(
      work.personId,
      work.courseId,
      work.registrationId,
      completing.attempt.id,
      completing.attempt.versionId,
      completing.completedAt!,
      seconds,
      result.score,
    );
  }
  return outcome;
}

function attemptOutcome(attempt: AttemptWork, recordedAt: Date): AttemptOutcome {
  const times = Array.from(attempt.scos.values(), ({ state }) => state.result.launches);
  const result = resultSoFar(attempt, recordedAt);
  const outcome: AttemptOutcome = {
    attempt,
    result,
    learningSeconds: learningSeconds(times),
    timeMeasured: isMeasured(times),
  };
  if (attempt.completedAt) outcome.completedAt = attempt.completedAt;
  else if (isComplete(result)) {
    outcome.completedAt = recordedAt;
    outcome.doubts = doubtsAbout(attempt.version.tree, times, attempt.parts?.standing.differs);
  }
  return outcome;
}

/** What an attempt amounts to with everything that was merged into it. */
export function resultSoFar({ scos, before, completedAt, version, parts: sequenced }: AttemptWork, at: Date): Result {
  const parts = new Map(Array.from(scos, ([id, { state }]) => [id, state.result]));
  return lasting(before, completedAt !== undefined, sequenced?.result(at) ?? rolledUp(version, parts));
}

/** What an attempt's parts come to now, whatever was before. */
export function rolledUp({ tree, scos }: TrackedVersion, parts: ReadonlyMap<string, ScoResultState>): Result {
  const launch = newestLaunch(Array.from(parts.values(), ({ launches }) => launches));
  return rollup(tree, new Map(Array.from(parts, ([id, state]) => [id, resultOf(state, launch, scos.get(id))])));
}

/** What a part is said to have come to. @param launch the newest of the attempt that anything is known of */
export function resultOf(state: ScoResultState, launch: number, activity: Activity | undefined): ScoResult {
  const { success, score, progress, claim } = state;
  const completion = hasOutlivedItsLaunch(claim, launch) ? 'completed' : state.completion;
  const contradicts = success === 'failed' && score !== undefined && reaches(score.value, markOf(activity));
  return { completion, success, score: contradicts ? undefined : score?.value, progress };
}

/**
 * A score that passes is no score of what was failed: it comes from a further run that has not ended. Without a mark only all
 * of the points are surely enough.
 */
const markOf = (activity: Activity | undefined): number => (activity && passMark(activity)) ?? 100;

/** The attempts of the batch and the registration's others, by number. */
function allAttempts(inHand: readonly AttemptOutcome[]): (Result & { learningSeconds: number })[] {
  const byNumber = new Map<number, Result & { learningSeconds: number }>();
  for (const { attempt } of inHand) for (const other of attempt.others) byNumber.set(other.number, read(other));
  for (const { attempt, result, learningSeconds: seconds } of inHand) {
    byNumber.set(attempt.number, { ...result, learningSeconds: seconds });
  }
  return [...byNumber].toSorted(([a], [b]) => a - b).map(([, attempt]) => attempt);
}

/** JSON of the database says null where we say nothing. */
function read(other: Result & { learningSeconds: number }): Result & { learningSeconds: number } {
  return { ...other, score: other.score ?? undefined, progress: other.progress ?? undefined };
}

function later(a: Date, b: Date): Date {
  return a < b ? b : a;
}
