import type { EditionRules } from '../activity/edition-rules';

/** Names as the book writes them (SN 3.3). */
export type Condition =
  | 'satisfied'
  | 'objectiveStatusKnown'
  | 'objectiveMeasureKnown'
  | 'objectiveMeasureGreaterThan'
  | 'objectiveMeasureLessThan'
  | 'completed'
  | 'activityProgressKnown'
  | 'attempted'
  | 'attemptLimitExceeded'
  | 'timeLimitExceeded'
  | 'outsideAvailableTimeRange'
  | 'always'
  | 'never';

export interface RuleCondition {
  condition: Condition;
  negated: boolean;
  /** The objective it asks about; the primary one when it names none. */
  objective: string | undefined;
  /** Of the conditions about a measure, −1 to 1. */
  threshold: number;
}

export interface RuleConditions {
  combination: 'all' | 'any';
  conditions: RuleCondition[];
}

export type RuleAction =
  | 'skip'
  | 'disabled'
  | 'hiddenFromChoice'
  | 'stopForwardTraversal'
  | 'exit'
  | 'exitParent'
  | 'exitAll'
  | 'retry'
  | 'retryAll'
  | 'continue'
  | 'previous';

export interface SequencingRule extends RuleConditions {
  action: RuleAction;
}

export interface RollupRule extends RuleConditions {
  action: 'satisfied' | 'notSatisfied' | 'completed' | 'incomplete';
  children: 'all' | 'any' | 'none' | 'atLeastCount' | 'atLeastPercent';
  minimumCount: number;
  /** 0 to 1. */
  minimumPercent: number;
}

/** When a child counts towards one of the four rolled-up states (SN 3.8). */
export type Required = 'always' | 'ifNotSuspended' | 'ifAttempted' | 'ifNotSkipped';

/** What an objective may hold; each has a read map and write maps of its own. */
export const OBJECTIVE_VALUES = ['satisfied', 'measure', 'raw', 'min', 'max', 'completed', 'progress'] as const;
export type ObjectiveValue = (typeof OBJECTIVE_VALUES)[number];

export interface ObjectiveDefinition {
  /** '' for a primary objective without a name. */
  id: string;
  primary: boolean;
  satisfiedByMeasure: boolean;
  minimumMeasure: number;
  /** The global objective that a value is read from. */
  reads: Partial<Record<ObjectiveValue, string>>;
  /** The global objectives that a value is written to. */
  writes: Partial<Record<ObjectiveValue, string[]>>;
}

/** The durations of the tracking model, in milliseconds (SN 4.2.1.3, 4.2.1.4). */
export const DURATIONS = ['activityAbsolute', 'activityExperienced', 'attemptAbsolute', 'attemptExperienced'] as const;
export type Durations = Record<(typeof DURATIONS)[number], number>;

/** How long it may take, and between which moments, in milliseconds since 1970, it may be begun (SN 3.7). */
export interface TimeLimits extends Partial<Durations> {
  begin?: number;
  end?: number;
}

export interface ActivityDefinition {
  id: string;
  parent: string | undefined;
  children: string[];
  /** From the root, 0. */
  depth: number;
  /** Place in a walk through the whole tree, parents first. */
  order: number;
  isLeaf: boolean;
  choice: boolean;
  choiceExit: boolean;
  flow: boolean;
  forwardOnly: boolean;
  useCurrentAttemptObjectiveInfo: boolean;
  useCurrentAttemptProgressInfo: boolean;
  constrainChoice: boolean;
  preventActivation: boolean;
  pre: SequencingRule[];
  post: SequencingRule[];
  exit: SequencingRule[];
  attemptLimit: number | undefined;
  /** Undefined: none. */
  timeLimits: TimeLimits | undefined;
  rollupRules: RollupRule[];
  rollsUpObjective: boolean;
  rollsUpProgress: boolean;
  objectiveWeight: number;
  progressWeight: number;
  required: Record<RollupRule['action'], Required>;
  measureSatisfactionIfActive: boolean;
  objectives: ObjectiveDefinition[];
  /** 0 to 1; undefined: completion does not depend on a measure. */
  completionThreshold: number | undefined;
  tracked: boolean;
  completionSetByContent: boolean;
  objectiveSetByContent: boolean;
  selection: { timing: Timing; count: number };
  randomization: { timing: Timing };
  /** adlcp:data, and what this activity may do with each store. */
  stores: { id: string; read: boolean; write: boolean }[];
}

export type Timing = 'never' | 'once' | 'onEachNewAttempt';

/** Every activity with what sequencing has to know of it; by id, in the order of the manifest. */
export interface SequencingTree {
  rules: EditionRules;
  root: string;
  activities: ReadonlyMap<string, ActivityDefinition>;
  /** Who reads a global objective: what it changes is rolled up there as well. */
  readers: ReadonlyMap<string, readonly string[]>;
  /** Something in it may take no longer than a while: how long everything took is kept. */
  keepsTime: boolean;
  /** What of that which is shared ends with an attempt at the whole; the rest lasts, and other packages share it. */
  ofOneAttempt: readonly ('objectives' | 'data')[];
}
