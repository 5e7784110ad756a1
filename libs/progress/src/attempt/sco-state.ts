import type { Completion, ScoInteraction, ScoSnapshot } from '@induct/scorm';
import type { Claim } from './claim';
import type { LaunchTimes } from './learning-time';
import type { Order } from './order';
import type { Result } from './result';
import type { Scored } from './score';

/** What an attempt knows about one SCO: the join of all its commits, in whatever order they came. */
export interface ScoState {
  result: ScoResultState;
  runtime: ScoRuntime;
}

/** Small, read for every SCO of an attempt whenever one of them commits. */
export interface ScoResultState extends Omit<Result, 'score'> {
  score?: Scored;
  launches: LaunchTimes;
  /** The newest of them. */
  claim?: Claim;
}

/** Read for the SCO that commits or opens. */
export interface ScoRuntime {
  newest?: Bookmark;
  objectives: Record<string, ObjectiveResult>;
  /** By `launch.run`, then by their index. */
  interactions: Record<string, Record<string, Answered>>;
}

/** Where the learner is: taken whole from the newest commit. */
export interface Bookmark {
  at: Order;
  /** SHA-256 of suspend_data in hex; the data itself is a column of its own. */
  suspendHash: string;
  /** The SCO called Finish or Terminate with this commit. */
  ended: boolean;
  /** SCORM 2004: and it has ended its attempt; when it is opened again, it begins anew. */
  over?: true;
  /** What the SCO said last; its answers are in `interactions`. */
  said: Said;
}

export interface Said extends Pick<
  ScoSnapshot,
  'scoreParts' | 'location' | 'exit' | 'objectives' | 'preference' | 'comments'
> {
  /** SCORM 2004: its results in its own words, as it gets them back; absent where that was not kept yet. */
  result?: SaidResult;
}

export interface SaidResult extends Pick<
  ScoSnapshot,
  'completion' | 'completionSaid' | 'success' | 'successSaid' | 'progress' | 'timeSoFar'
> {
  /** What thresholds and silence made of its completion. */
  judged: Completion;
}

/** The best of what was reported of an objective. */
export interface ObjectiveResult extends Omit<Result, 'score'> {
  score?: number;
}

/** An interaction as last reported within its run. */
export interface Answered {
  seq: number;
  interaction: ScoInteraction;
}

export const nothingYet: ScoState = {
  result: { completion: 'not_attempted', success: 'unknown', launches: {} },
  runtime: { objectives: {}, interactions: {} },
};
