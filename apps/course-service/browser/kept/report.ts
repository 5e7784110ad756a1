import type { LaunchMode, Learner, ScoResult } from '@induct/scorm';

/** What is known of somebody in this module, in the words of neither edition. */
export interface Known extends Pick<ScoResult, 'completion' | 'success' | 'score'> {
  learner: Learner;
  mode: LaunchMode;
  /** Nothing is remembered. */
  isFirst: boolean;
  location: string;
  suspendData: string;
  /** Centiseconds before this opening. */
  totalTime: number;
}

/** What whoever keeps it is told: the whole of it each time. */
export interface Report extends ScoResult {
  location: string;
  suspendData: string;
  /** Instead of `suspendData` where that is too long: the results of the parts without their places. */
  short?: string;
}
