/** The sequencing definition model (SN book, chapter 3), read once from a manifest, with its defaults filled in. */
export interface SequencingTree {
  /** Of SCORM 2004: '2nd', '3rd', '4th'. What a package declares decides which rules apply. */
  edition: string;
  root: Definition;
  byId: ReadonlyMap<string, Definition>;
  /** All activities, a parent before its children, in the manifest's order. */
  all: readonly Definition[];
  /** Activities whose primary objective reads a global objective, by its name. */
  readers: ReadonlyMap<string, readonly Definition[]>;
}

/** An activity and what the package says about its sequencing. */
export interface Definition {
  id: string;
  parent?: Definition;
  children: Definition[];
  /** The root has 0. */
  depth: number;
  /** Place in `all`. */
  order: number;
  /** It has content that can be opened. */
  hasContent: boolean;
  visible: boolean;
  controls: Controls;
  preRules: readonly Rule[];
  postRules: readonly Rule[];
  exitRules: readonly Rule[];
  limits: Limits;
  objectives: readonly ObjectiveDefinition[];
  /** One of `objectives`; every activity has one. */
  primary: ObjectiveDefinition;
  rollup: RollupDefinition;
  selection: { timing: Timing; count?: number };
  randomization: { timing: Timing; reorder: boolean };
  delivery: { tracked: boolean; completionSetByContent: boolean; objectiveSetByContent: boolean };
  completion: { byMeasure: boolean; threshold: number; weight: number };
  /** 4th edition: adlcp:data. */
  stores: readonly { id: string; read: boolean; write: boolean }[];
}

export type Timing = 'never' | 'once' | 'onEachNewAttempt';

export interface Controls {
  choice: boolean;
  choiceExit: boolean;
  flow: boolean;
  forwardOnly: boolean;
  constrainChoice: boolean;
  preventActivation: boolean;
  currentObjectives: boolean;
  currentProgress: boolean;
}

/** Rules of one kind are asked in the manifest's order; the first whose conditions hold says its action. */
export interface Rule {
  action: string;
  conditions: Conditions;
}

export interface Conditions {
  any: boolean;
  list: readonly Condition[];
}

export interface Condition {
  /** In lower case. */
  name: string;
  not: boolean;
  /** Key of a local objective; without it the primary one is meant. */
  objective?: string;
  measure: number;
}

export interface Limits {
  attempts?: number;
}

/** What a map carries between a local and a global objective, one kind each. */
export type Carried = 'satisfied' | 'measure' | 'completed' | 'progress' | 'raw' | 'min' | 'max';

export interface ObjectiveDefinition {
  /** '' for a primary objective without one. */
  id: string;
  /** The id with its percent-encoding undone: what it is kept and found under. */
  key: string;
  primary: boolean;
  satisfiedByMeasure: boolean;
  passingMeasure: number;
  /** The one global objective that each kind is read from; a second reading map of a kind does not count (SN 3.10.2). */
  reads: Partial<Record<Carried, string>>;
  writes: readonly { kind: Carried; target: string }[];
}

export type RollupAction = 'satisfied' | 'notsatisfied' | 'completed' | 'incomplete';

export interface RollupDefinition {
  satisfaction: boolean;
  completion: boolean;
  measureWeight: number;
  rules: readonly RollupRule[];
  /** When a child counts: always, ifAttempted, ifNotSkipped, ifNotSuspended; in lower case. */
  required: Readonly<Record<RollupAction, string>>;
  measureIfActive: boolean;
}

export interface RollupRule {
  action: RollupAction;
  childSet: 'all' | 'any' | 'none' | 'atleastcount' | 'atleastpercent';
  count: number;
  percent: number;
  conditions: Conditions;
}
