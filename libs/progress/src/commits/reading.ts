import {
  type Activity,
  type Completion,
  judge,
  readCmi,
  type ScoObjective,
  type ScoSnapshot,
  type Standard,
} from '@induct/scorm';
import type { CommitBody } from './commit-body';
import type { Incoming } from './incoming';
import { cappedTime, isOverclaimed, type LaunchTime } from '../attempt/learning-time';
import type { Order } from '../attempt/order';
import type { Answered, ObjectiveResult, SaidResult, ScoState } from '../attempt/sco-state';

/** What is read of a commit: as it arrives, or as the log has kept it. */
export type ReadCommit = Pick<Incoming, 'cmi' | 'suspendHash' | 'receivedAt'> & {
  body: Pick<CommitBody, 'final' | 'over' | 'shownMs'>;
};

/** What one commit says, as a state of its own: merging is joining it to what is known. */
export function stateOfCommit(
  standard: Standard,
  activity: Activity,
  commit: ReadCommit,
  at: Order,
  openedAt: Date,
): ScoState {
  const snapshot = readCmi(standard, commit.cmi);
  const { completion, success, awaitsResult } = judge(standard, snapshot, activity, commit.body.final);
  const { score, progress, sessionTime = 0 } = snapshot;
  const { scoreParts, location, exit, objectives, preference, comments } = snapshot;
  // A clock that was set back makes nothing negative.
  const elapsed = Math.max(0, Math.round((commit.receivedAt.getTime() - openedAt.getTime()) / 10));
  const time: LaunchTime = { seq: at.seq, elapsed, runs: { [at.run]: cappedTime(sessionTime, elapsed) } };
  if (isOverclaimed(sessionTime, elapsed)) time.over = true;
  const shown = Math.min(Math.round(commit.body.shownMs / 10), elapsed);
  if (sessionTime === 0 && shown > 0) time.shown = { [at.run]: shown };
  const paused = commit.body.final && exit === 'suspend';
  return {
    result: {
      completion,
      success,
      score: score === undefined ? undefined : { value: score, at },
      progress,
      launches: { [at.launch]: time },
      claim: awaitsResult ? { at, paused } : undefined,
    },
    runtime: {
      newest: {
        at,
        suspendHash: commit.suspendHash,
        ended: commit.body.final,
        ...(commit.body.over && { over: true }),
        said: {
          ...{ scoreParts, location, exit, objectives, preference, comments },
          ...(standard === 'scorm_2004' && { result: ownWords(snapshot, completion) }),
        },
      },
      objectives: objectiveResults(objectives),
      interactions:
        snapshot.interactions.length === 0
          ? {}
          : { [`${at.launch}.${at.run}`]: answers(snapshot.interactions, at.seq) },
    },
  };
}

function ownWords(said: ScoSnapshot, judged: Completion): SaidResult {
  const { completion, completionSaid, success, successSaid, progress, timeSoFar } = said;
  return { completion, completionSaid, success, successSaid, progress, timeSoFar, judged };
}

function answers(interactions: readonly Answered['interaction'][], seq: number): Record<string, Answered> {
  return Object.fromEntries(interactions.map((interaction) => [interaction.index, { seq, interaction }]));
}

/** Objectives without an id cannot be told apart over time; they are resumed, but not summed up. */
function objectiveResults(objectives: readonly ScoObjective[]): Record<string, ObjectiveResult> {
  const named = objectives.filter(({ id }) => id !== '');
  return Object.fromEntries(
    named.map(({ id, completion, success, score, progress }) => [
      id,
      { completion, success, score: percent(score), progress: number(progress) },
    ]),
  );
}

function percent({ scaled, raw }: ScoObjective['score']): number | undefined {
  const share = number(scaled);
  return share === undefined ? number(raw) : share * 100;
}

function number(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
