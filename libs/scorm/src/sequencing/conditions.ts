import { isTimeUsedUp, outsideItsTime } from './durations';
import { DURATIONS, type ObjectiveValue, type RuleAction, type RuleCondition, type RuleConditions } from './definition';
import { type Asker, completionOf, knownValue, objectiveNamed } from './objectives';
import type { ObjectiveState } from './state';
import type { Work } from './work';

/** Three values: what nobody knows is neither true nor false (SN 4.3). */
export type Truth = boolean | undefined;

/** UP.2.1 and RB.1.4.1. No condition at all is unknown. */
export function evaluate(
  work: Work,
  activity: string,
  { combination, conditions }: RuleConditions,
  asker: Asker,
): Truth {
  if (conditions.length === 0) return undefined;
  const decides = combination === 'any';
  let unknown = false;
  for (const condition of conditions) {
    const truth = holds(work, activity, condition, asker);
    if (truth === decides) return decides;
    if (truth === undefined) unknown = true;
  }
  return unknown ? undefined : !decides;
}

function holds(work: Work, activity: string, condition: RuleCondition, asker: Asker): Truth {
  const truth = plain(work, activity, condition, asker);
  return truth === undefined || !condition.negated ? truth : !truth;
}

function plain(work: Work, activity: string, { condition, objective, threshold }: RuleCondition, asker: Asker): Truth {
  const definition = work.definition(activity);
  // Of an activity that is not tracked, nothing is known (SN 3.13.1).
  const value = <V extends ObjectiveValue>(of: V): ObjectiveState[V] =>
    definition.tracked ? knownValue(work, activity, objectiveNamed(definition, objective), of, asker) : undefined;
  const completed = (): Truth => {
    if (!definition.tracked) return undefined;
    // The fourth edition lets an objective read completion from another; before it these ask about the activity alone.
    if (!work.tree.rules.sharesAllOfObjectives) return completionOf(work, activity, asker);
    const own = objectiveNamed(definition, objective);
    if (asker === 'rollup' && own.primary && work.seen(activity).staleProgress) return undefined;
    return (
      knownValue(work, activity, own, 'completed', asker) ??
      (own.primary ? completionOf(work, activity, asker) : undefined)
    );
  };
  switch (condition) {
    case 'satisfied':
      return value('satisfied');
    case 'objectiveStatusKnown':
      return value('satisfied') !== undefined;
    case 'objectiveMeasureKnown':
      return value('measure') !== undefined;
    case 'objectiveMeasureGreaterThan':
      return compared(value('measure'), (measure) => measure > threshold);
    case 'objectiveMeasureLessThan':
      return compared(value('measure'), (measure) => measure < threshold);
    case 'completed':
      return completed();
    case 'activityProgressKnown':
      return completed() !== undefined;
    case 'attempted':
      return definition.tracked && work.seen(activity).attempts > 0;
    case 'attemptLimitExceeded':
      return definition.attemptLimit === undefined
        ? undefined
        : work.seen(activity).attempts >= definition.attemptLimit;
    case 'timeLimitExceeded':
      return definition.tracked ? isTimeUsedUp(work, activity) : undefined;
    case 'outsideAvailableTimeRange': {
      const outside = outsideItsTime(work, activity);
      return outside === undefined ? undefined : outside !== false;
    }
    case 'always':
      return true;
    case 'never':
      return false;
  }
}

const compared = (measure: number | undefined, test: (measure: number) => boolean): Truth =>
  measure === undefined ? undefined : test(measure);

/** UP.2: the first rule of these actions that holds. */
export function ruleThatHolds(
  work: Work,
  activity: string,
  kind: 'pre' | 'post' | 'exit',
  ...actions: RuleAction[]
): RuleAction | undefined {
  const rules = work.definition(activity)[kind];
  return rules.find((rule) => actions.includes(rule.action) && evaluate(work, activity, rule, 'rules') === true)
    ?.action;
}

/** A limit that stands against a new attempt. */
export type Limit = 'attempts' | 'duration' | 'begin' | 'end';

/** UP.1, in its order; never against an attempt that goes on. */
export function limitMet(work: Work, activity: string): Limit | undefined {
  const { attemptLimit, timeLimits, tracked } = work.definition(activity);
  const { active, suspended, attempts } = work.seen(activity);
  if (!tracked || active || suspended) return undefined;
  if (attemptLimit !== undefined && attempts >= attemptLimit) return 'attempts';
  if (!timeLimits) return undefined;
  // How long one attempt took counts once it is known what came of it (steps 6 and 7).
  const isKnown = completionOf(work, activity) !== undefined;
  if (isTimeUsedUp(work, activity, isKnown ? DURATIONS : OF_ACTIVITY)) return 'duration';
  return outsideItsTime(work, activity) || undefined;
}

const OF_ACTIVITY = ['activityAbsolute', 'activityExperienced'] as const;

/** From the root down to it something must not be delivered. */
export function isBarredOnTheWay(work: Work, activity: string): boolean {
  return work.once('barred', activity, () => {
    const parent = work.parent(activity);
    return (parent !== undefined && isBarredOnTheWay(work, parent)) || isBarred(work, activity);
  });
}

/** UP.5: whether an activity must not be delivered. */
export function isBarred(work: Work, activity: string): boolean {
  return ruleThatHolds(work, activity, 'pre', 'disabled') !== undefined || limitMet(work, activity) !== undefined;
}
