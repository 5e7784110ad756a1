import type { Completion, Success } from '@induct/scorm';

/** What the registration amounts to, in words for the player and the pages. Dates are ISO 8601. */
export interface ProgressStatus {
  completion: Completion;
  success: Success;
  /** Per cent, 0 to 100. */
  score?: number;
  /** Share done, 0 to 1. */
  progress?: number;
  recordedAt: string;
  completedAt?: string;
}

export interface Acknowledged {
  ok: true;
  seq: number;
  status: ProgressStatus;
  /** It had been recorded before. */
  duplicate?: true;
  /** The course was opened again elsewhere: this launch can only raise results now. */
  superseded?: true;
}

/** Why a commit is not recorded, each a different thing for the player to do. */
export type Refusal =
  /** No such launch. */
  | 'unknown-token'
  /** The launch has not been used for twelve hours. */
  | 'ended-token'
  /** `launch` is none of this attempt's. */
  | 'unknown-launch'
  /** The course has no such SCO. */
  | 'unknown-sco'
  /** This number of the launch was recorded with another content. */
  | 'different'
  /** The hash is of data that never arrived. */
  | 'need-suspend-data';

export type CommitAnswer = Acknowledged | { ok: false; error: Refusal };
