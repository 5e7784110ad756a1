import type { FirstStepVersionEntity } from './first-step-version.entity';
import type { StepRule } from './first-weeks';

type Written = Pick<FirstStepVersionEntity, 'anchor' | 'otherAnchor' | 'count' | 'unit' | 'isFirstCounted' | 'closed'>;

/** How the day of a step is counted, as its row says it: all of it or nothing (`first_step_version_rule_is_whole`). */
export function ruleOf({ anchor, otherAnchor, count, unit, isFirstCounted, closed }: Written): StepRule | null {
  if (anchor === null) return null;
  return { anchor, otherAnchor, count: count!, unit: unit!, isFirstCounted: isFirstCounted!, closed: closed! };
}

/** On its day something happens, as coming into office does: there is nothing to do by then. */
export const happens = ({ count }: Pick<FirstStepVersionEntity, 'count'>): boolean => count === 0;
