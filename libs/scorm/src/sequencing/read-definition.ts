import type { Activity, ActivityTree, SequencingElement } from '../activity/activity-tree';
import { type EditionRules, editionRules } from '../activity/edition-rules';
import type {
  ActivityDefinition,
  Condition,
  Required,
  RollupRule,
  RuleAction,
  RuleConditions,
  RuleCondition,
  SequencingRule,
  SequencingTree,
  Timing,
} from './definition';
import { childOf, childrenOf, decoded, flag, oneOf, wholeNumber, within } from './read-elements';
import { limitsDuration } from './durations';
import { objectivesOf } from './read-objectives';
import { timeLimitsOf } from './read-time-limits';

/** Reads the sequencing of a package once, with the defaults of the book filled in (SN 3; CAM 5). */
export function sequencingTree(tree: ActivityTree): SequencingTree {
  const activities = new Map<string, ActivityDefinition>();
  const readers = new Map<string, string[]>();
  const rules = editionRules(tree.edition);
  const read = (activity: Activity, parent: string | undefined, depth: number): void => {
    const definition = definitionOf(activity, parent, depth, activities.size, rules);
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
  openTheOnlyOne(activities, tree.root.id);
  const keepsTime = [...activities.values()].some(({ timeLimits }) => timeLimits && limitsDuration(timeLimits));
  return { rules, root: tree.root.id, activities, readers, keepsTime, ofOneAttempt: tree.ofOneAttempt ?? [] };
}

/** A package with a single activity is opened without contents that would list nothing else. */
function openTheOnlyOne(activities: ReadonlyMap<string, ActivityDefinition>, rootId: string): void {
  const root = activities.get(rootId)!;
  if (activities.size === 2 && root.choice && !root.flow) Object.assign(root, { choice: false, flow: true });
}

function definitionOf(
  activity: Activity,
  parent: string | undefined,
  depth: number,
  order: number,
  edition: EditionRules,
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
    timeLimits: timeLimitsOf(limits),
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
    objectives: objectivesOf(activity.sequencing, edition.sharesAllOfObjectives),
    stores: (edition.sharesData && activity.stores) || [],
    // Before the 4th edition it is the run-time's alone (RTE 4.2.4.1), and the content's word stands without a measure.
    completionThreshold: edition.completesByMeasure ? activity.completionThreshold : undefined,
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

/** By the element of a rule. */
export const ACTIONS: Readonly<Record<string, readonly RuleAction[]>> = {
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

export const ROLLUP_ACTIONS = ['satisfied', 'notSatisfied', 'completed', 'incomplete'] as const;

function rollupRuleOf(rule: SequencingElement): RollupRule[] {
  const action = oneOf(ROLLUP_ACTIONS, childOf(rule, 'rollupAction')?.attributes['action']);
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

export const CONDITIONS: readonly Condition[] = [
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

const timing = (text: string | undefined): Timing => oneOf(['never', 'once', 'onEachNewAttempt'], text) ?? 'never';
const required = (text: string | undefined): Required =>
  oneOf(['always', 'ifNotSuspended', 'ifAttempted', 'ifNotSkipped'], text) ?? 'always';
