import type { Completion, ScoResult, Success } from './result';

/** A score in the package's own numbers, byte for byte as written; "" when unset. */
export interface ScoreParts {
  raw: string;
  min: string;
  max: string;
  /** SCORM 2004 only, −1 to 1. */
  scaled: string;
}

export interface ScoObjective {
  id: string;
  completion: Completion;
  success: Success;
  score: ScoreParts;
  progress: string;
  description: string;
  /** SCORM 2004: its word for the completion where `completion` keeps less: "unknown" is not "not attempted" there, nor silence. */
  completionSaid?: 'unknown' | 'not attempted';
  /** It called the success unknown itself. */
  successSaid?: 'unknown';
}

/** What a learner wrote, in SCORM 2004: what the content did not say is left out, and "" is something it said. */
export interface ScoComment {
  comment?: string;
  location?: string;
  timestamp?: string;
}

/** One answer to one question. Texts as the content wrote them; "" when unset. */
export interface ScoInteraction {
  /** Position within the SCO's own list, counted from 0. */
  index: number;
  id: string;
  type: string;
  response: string;
  correctResponses: string[];
  /** correct, incorrect, unanticipated, neutral or a number: 1.2's "wrong" is read as "incorrect". */
  result: string;
  weighting: string;
  /** Centiseconds. */
  latency?: number;
  /** When, as the content's clock said it: a time of day (1.2) or ISO 8601 (2004). */
  time: string;
  description: string;
  objectives: string[];
}

/** suspend: come back to the same place. "" is a normal end, or that the SCO said nothing. */
export type ScoExit = '' | 'suspend' | 'logout' | 'time-out' | 'normal';

export interface LearnerPreference {
  audio: string;
  language: string;
  speed: string;
  text: string;
}

/** What one commit says, in the same words for both standards. */
export interface ScoSnapshot extends ScoResult {
  /** SCORM 2004: its word where `completion` and `success` keep less; absent when it said nothing. */
  completionSaid?: 'unknown' | 'not attempted';
  successSaid?: 'unknown';
  scoreParts: ScoreParts;
  location: string;
  /** Byte-exact. Undefined when the commit does not carry it (it sent a hash instead). */
  suspendData?: string;
  exit: ScoExit;
  /** Centiseconds of this run; undefined when the SCO has not said. */
  sessionTime?: number;
  /** SCORM 2004: centiseconds of this attempt of the SCO with this run, as a run-time adds them up. */
  timeSoFar?: number;
  interactions: ScoInteraction[];
  objectives: ScoObjective[];
  preference: LearnerPreference;
  /** What the learner wrote: one text in 1.2, a list in 2004, of which what is long recorded is text only. */
  comments: (string | ScoComment)[];
  /** It said "completed", and there is a pass mark and no result yet: see judge.ts. */
  awaitsResult?: true;
}

/** What has to be remembered of a SCO to open it again; the tracker's merged state has these. */
export interface RememberedSco extends Partial<ScoResult>, Pick<ScoSnapshot, 'completionSaid' | 'successSaid'> {
  scoreParts?: ScoreParts;
  location?: string;
  suspendData?: string;
  /** Of the last run. A run that never ended (no Finish) counts as suspended: give 'suspend'. */
  exit?: ScoExit;
  /** Centiseconds over all runs. */
  totalTime?: number;
  objectives?: ScoObjective[];
  interactions?: ScoInteraction[];
  preference?: LearnerPreference;
  comments?: (string | ScoComment)[];
}
