import type { Activity, ActivityTree, SequencingElement } from '../activity/activity-tree';

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
}

export type Timing = 'never' | 'once' | 'onEachNewAttempt';

/** Every activity with what sequencing has to know of it; by id, in the order of the manifest. */
export interface SequencingTree {
  edition: '2nd' | '3rd' | '4th';
  root: string;
  activities: ReadonlyMap<string, ActivityDefinition>;
  /** Who reads a global objective: what it changes is rolled up there as well. */
  readers: ReadonlyMap<string, readonly string[]>;
}

/** Reads the sequencing of a package once, with the defaults of the book filled in (SN 3; CAM 5). */
export function sequencingTree(tree: ActivityTree): SequencingTree {
  const activities = new Map<string, ActivityDefinition>();
  const readers = new Map<string, string[]>();
  const edition = tree.edition === '2nd' || tree.edition === '3rd' ? tree.edition : '4th';
  const read = (activity: Activity, parent: string | undefined, depth: number): void => {
    const definition = definitionOf(activity, parent, depth, activities.size);
    activities.set(activity.id, definition);
    const globals = new Set(definition.objectives.flatMap(({ reads }) => Object.values(reads)));
    for (const id of globals) {
      const those = readers.get(id);
      if (those) those.push(activity.id);
      else readers.set(id, [activity.id]);
    }
    for (const child of activity.children) read(child, activity.id, depth + 1);
  };
  read(tree.root, undefined, 0);
  return { edition, root: tree.root.id, activities, readers };
}

function definitionOf(
  activity: Activity,
  parent: string | undefined,
  depth: number,
  order: number,
): ActivityDefinition {
  const of = (name: string) => childOf(activity.sequencing, name)?.attributes;
  const [control, rollup, delivery] = [of('controlMode'), of('rollupRules'), of('deliveryControls')];
  const [constrained, considered] = [of('constrainedChoiceConsiderations'), of('rollupConsiderations')];
  const [random, limits] = [of('randomizationControls'), of('limitConditions')];
  const rules = childOf(activity.sequencing, 'sequencingRules');
  const limit = wholeNumber(limits?.['attemptlimit']);
  return {
    id: activity.id,
    parent,
    children: activity.children.map(({ id }) => id),
    depth,
    order,
    isLeaf: activity.children.length === 0,
    choice: flag(control?.['choice'], true),
    choiceExit: flag(control?.['choiceexit'], true),
    flow: flag(control?.['flow'], false),
    forwardOnly: flag(control?.['forwardonly'], false),
    useCurrentAttemptObjectiveInfo: flag(control?.['usecurrentattemptobjectiveinfo'], true),
    useCurrentAttemptProgressInfo: flag(control?.['usecurrentattemptprogressinfo'], true),
    constrainChoice: flag(constrained?.['constrainchoice'], false),
    preventActivation: flag(constrained?.['preventactivation'], false),
    pre: rulesOf(rules, 'preConditionRule'),
    post: rulesOf(rules, 'postConditionRule'),
    exit: rulesOf(rules, 'exitConditionRule'),
    attemptLimit: limit,
    rollupRules: childrenOf(childOf(activity.sequencing, 'rollupRules'), 'rollupRule').flatMap(rollupRuleOf),
    rollsUpObjective: flag(rollup?.['rollupobjectivesatisfied'], true),
    rollsUpProgress: flag(rollup?.['rollupprogresscompletion'], true),
    objectiveWeight: within(rollup?.['objectivemeasureweight'], 0, 1) ?? 1,
    progressWeight: activity.rollup?.progressWeight ?? 1,
    required: {
      satisfied: required(considered?.['requiredforsatisfied']),
      notSatisfied: required(considered?.['requiredfornotsatisfied']),
      completed: required(considered?.['requiredforcompleted']),
      incomplete: required(considered?.['requiredforincomplete']),
    },
    measureSatisfactionIfActive: flag(considered?.['measuresatisfactionifactive'], true),
    objectives: objectivesOf(activity.sequencing),
    completionThreshold: activity.completionThreshold,
    tracked: flag(delivery?.['tracked'], true),
    completionSetByContent: flag(delivery?.['completionsetbycontent'], false),
    objectiveSetByContent: flag(delivery?.['objectivesetbycontent'], false),
    selection: {
      timing: timing(random?.['selectiontiming']),
      count: wholeNumber(random?.['selectcount']) ?? activity.children.length,
    },
    randomization: {
      timing: flag(random?.['reorderchildren'], false) ? timing(random?.['randomizationtiming']) : 'never',
    },
  };
}

const ACTIONS: Readonly<Record<string, readonly RuleAction[]>> = {
  preConditionRule: ['skip', 'disabled', 'hiddenFromChoice', 'stopForwardTraversal'],
  postConditionRule: ['exitParent', 'exitAll', 'retry', 'retryAll', 'continue', 'previous'],
  exitConditionRule: ['exit'],
};

function rulesOf(rules: SequencingElement | undefined, kind: keyof typeof ACTIONS): SequencingRule[] {
  return childrenOf(rules, kind).flatMap((rule) => {
    const action = oneOf(ACTIONS[kind]!, childOf(rule, 'ruleAction')?.attributes['action']);
    const conditions = childOf(rule, 'ruleConditions');
    return action === undefined ? [] : [{ action, ...conditionsOf(conditions, 'ruleCondition', 'all') }];
  });
}

function rollupRuleOf(rule: SequencingElement): RollupRule[] {
  const actions = ['satisfied', 'notSatisfied', 'completed', 'incomplete'] as const;
  const action = oneOf(actions, childOf(rule, 'rollupAction')?.attributes['action']);
  if (action === undefined) return [];
  const { attributes } = rule;
  const sets = ['all', 'any', 'none', 'atLeastCount', 'atLeastPercent'] as const;
  return [
    {
      action,
      children: oneOf(sets, attributes['childactivityset']) ?? 'all',
      minimumCount: wholeNumber(attributes['minimumcount']) ?? 0,
      minimumPercent: within(attributes['minimumpercent'], 0, 1) ?? 0,
      ...conditionsOf(childOf(rule, 'rollupConditions'), 'rollupCondition', 'any'),
    },
  ];
}

const CONDITIONS: readonly Condition[] = [
  'satisfied',
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'objectiveMeasureGreaterThan',
  'objectiveMeasureLessThan',
  'completed',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
  'timeLimitExceeded',
  'outsideAvailableTimeRange',
  'always',
  'never',
];

function conditionsOf(
  element: SequencingElement | undefined,
  name: string,
  otherwise: RuleConditions['combination'],
): RuleConditions {
  const conditions = childrenOf(element, name).flatMap(({ attributes }): RuleCondition[] => {
    const condition = oneOf(CONDITIONS, attributes['condition']);
    if (condition === undefined) return [];
    return [
      {
        condition,
        negated: attributes['operator']?.trim() === 'not',
        objective: decoded(attributes['referencedobjective'] ?? '') || undefined,
        threshold: within(attributes['measurethreshold'], -1, 1) ?? 0,
      },
    ];
  });
  return { combination: oneOf(['all', 'any'], element?.attributes['conditioncombination']) ?? otherwise, conditions };
}

type Maps = readonly [ObjectiveValue, read: string, write: string][];

const MAPS: Maps = [
  ['satisfied', 'readsatisfiedstatus', 'writesatisfiedstatus'],
  ['measure', 'readnormalizedmeasure', 'writenormalizedmeasure'],
];
/** Of adlseq:objectives. */
const FURTHER_MAPS: Maps = [
  ['raw', 'readrawscore', 'writerawscore'],
  ['min', 'readminscore', 'writeminscore'],
  ['max', 'readmaxscore', 'writemaxscore'],
  ['completed', 'readcompletionstatus', 'writecompletionstatus'],
  ['progress', 'readprogressmeasure', 'writeprogressmeasure'],
];

/** The fourth edition writes the maps of further values into a second list, by the same ids (CAM 5.1.8). */
function objectivesOf(sequencing: SequencingElement | undefined): ObjectiveDefinition[] {
  const objectives = new Map<string, ObjectiveDefinition>();
  for (const list of childrenOf(sequencing, 'objectives')) {
    // The first list must have a primary objective; the further one names those of the first.
    const maps = childOf(list, 'primaryObjective') ? MAPS : FURTHER_MAPS;
    for (const element of list.children) {
      const primary = same(element.name, 'primaryObjective');
      if (!primary && !same(element.name, 'objective')) continue;
      const id = decoded(element.attributes['objectiveid'] ?? '');
      const objective = objectives.get(id) ?? {
        id,
        primary,
        satisfiedByMeasure: flag(element.attributes['satisfiedbymeasure'], false),
        minimumMeasure: within(childOf(element, 'minNormalizedMeasure')?.text, -1, 1) ?? 1,
        reads: {},
        writes: {},
      };
      objectives.set(id, objective);
      for (const { attributes } of childrenOf(element, 'mapInfo')) addMap(objective, attributes, maps);
    }
  }
  const known = [...objectives.values()];
  if (known.some(({ primary }) => primary)) return known;
  const primary = { id: '', primary: true, satisfiedByMeasure: false, minimumMeasure: 1, reads: {}, writes: {} };
  return [primary, ...known];
}

/** A map reads unless it says no, and writes only when it says yes. */
function addMap({ reads, writes }: ObjectiveDefinition, attributes: Record<string, string>, maps: Maps): void {
  const target = decoded(attributes['targetobjectiveid'] ?? '');
  if (target === '') return;
  for (const [value, read, write] of maps) {
    if (flag(attributes[read], true)) reads[value] ??= target;
    if (flag(attributes[write], false)) writes[value] = [...(writes[value] ?? []), target];
  }
}

/** Identifiers are URIs: two that differ only in how they are escaped, or in how much white space they have, are one. */
export function decoded(id: string): string {
  try {
    return collapsed(decodeURIComponent(id));
  } catch {
    return collapsed(id);
  }
}

const collapsed = (text: string): string => text.trim().replace(/\s+/g, ' ');

const same = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();

const childrenOf = (element: SequencingElement | undefined, name: string): SequencingElement[] =>
  element?.children.filter((child) => same(child.name, name)) ?? [];

const childOf = (element: SequencingElement | undefined, name: string): SequencingElement | undefined =>
  childrenOf(element, name)[0];

function flag(text: string | undefined, otherwise: boolean): boolean {
  const word = text?.trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : otherwise;
}

function within(text: string | undefined, from: number, to: number): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return value >= from && value <= to ? value : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

function oneOf<T extends string>(words: readonly T[], text: string | undefined): T | undefined {
  return words.find((word) => same(word, text?.trim() ?? ''));
}

const timing = (text: string | undefined): Timing => oneOf(['never', 'once', 'onEachNewAttempt'], text) ?? 'never';
const required = (text: string | undefined): Required =>
  oneOf(['always', 'ifNotSuspended', 'ifAttempted', 'ifNotSkipped'], text) ?? 'always';
