import type { ScoResult } from '@induct/scorm';
import { newestLaunch } from '../attempt/learning-time';
import { joinResults } from '../attempt/merge';
import { isComplete, lasting, type Result } from '../attempt/result';
import type { ScorePolicy } from '../attempt/score';
import type { ScoResultState } from '../attempt/sco-state';
import type { TrackedVersion } from '../commits/course-versions';
import { resultOf, rolledUp } from '../commits/outcome';
import { type ReadCommit, stateOfCommit } from '../commits/reading';
import { nothingYet } from '../attempt/sco-state';
import type { Move } from '../sequencing/move';
import type { PartsWork } from '../sequencing/parts-work';

/** A commit as the log has kept it, with the number and opening of its launch. */
export interface LoggedCommit extends ReadCommit {
  launch: number;
  openedAt: Date;
  sco: string;
  run: number;
  seq: number;
  /** The steps that came with it. */
  moves?: readonly Move[];
}

/** What a part had come to. */
export type PartNow = Pick<ScoResult, 'completion' | 'success' | 'score' | 'progress'> & {
  /** It said that its end was reached, and its test had no result yet. */
  awaitsResult: boolean;
};

/** What one commit changed. */
export interface Step {
  at: Date;
  sco: string;
  /** Undefined before the first that is known of the part. */
  before: PartNow | undefined;
  after: PartNow;
  /** The part called Finish or Terminate. */
  closed: boolean;
  /** With it the attempt was complete. */
  completes: boolean;
  /** The attempt was complete before. */
  wasComplete: boolean;
}

/**
 * An attempt told again: its logged commits, merged one after the other by what merged them when they came. At its end stands
 * what is stored of the parts and of the attempt, in whatever order and batches they came.
 */
export class Replay {
  readonly parts = new Map<string, ScoResultState>();
  result: Result = { completion: 'not_attempted', success: 'unknown' };
  completedAt?: Date;

  constructor(
    private readonly version: TrackedVersion,
    private readonly policy: ScorePolicy,
    /** Present when the order of its parts was kept. */
    private readonly ordered?: PartsWork,
  ) {}

  take(commit: LoggedCommit): Step {
    const { sco, launch, run, seq, openedAt, receivedAt, body } = commit;
    const activity = this.version.scos.get(sco)!;
    const at = { launch, run, seq };
    const arrived = stateOfCommit(this.version.tree.standard, activity, commit, at, openedAt).result;
    const before = this.partNow(sco);
    const wasComplete = this.completedAt !== undefined;
    this.parts.set(sco, joinResults(this.parts.get(sco) ?? nothingYet.result, arrived, this.policy));
    const { moves = [], cmi } = commit;
    this.ordered?.take({ ...at, moves, receivedAt, cmi, data: undefined, sco });
    const now = this.ordered?.result(receivedAt) ?? rolledUp(this.version, this.parts);
    this.result = lasting(this.result, wasComplete, now);
    if (!wasComplete && isComplete(this.result)) this.completedAt = receivedAt;
    return {
      at: receivedAt,
      sco,
      before,
      after: this.partNow(sco)!,
      closed: body.final,
      completes: !wasComplete && this.completedAt !== undefined,
      wasComplete,
    };
  }

  private partNow(sco: string): PartNow | undefined {
    const state = this.parts.get(sco);
    if (!state) return undefined;
    const launch = newestLaunch(Array.from(this.parts.values(), ({ launches }) => launches));
    const result = resultOf(state, launch, this.version.scos.get(sco));
    return { ...result, awaitsResult: state.claim !== undefined && result.completion !== 'completed' };
  }
}
