import type { SequencingElement } from '../activity/activity-tree';
import type { Condition, Conditions, Rule } from './definitions';
import { allNamed, idKey, named, share, value } from './read-elements';

/** @param kind name of the rules' element, in lower case */
export function readRules(rules: SequencingElement | undefined, kind: string): Rule[] {
  return allNamed(rules, kind).flatMap((rule) => {
    const action = value(named(rule, 'ruleaction'), 'action');
    const conditions = readConditions(named(rule, 'ruleconditions'), 'rulecondition', 'all');
    return action === undefined ? [] : [{ action: action.toLowerCase(), conditions }];
  });
}

/** @param otherwise the combination when none is named: all for rules, any for rollup (SN 3.4.1, 3.7.3) */
export function readConditions(
  element: SequencingElement | undefined,
  kind: string,
  otherwise: 'all' | 'any',
): Conditions {
  const combination = value(element, 'conditioncombination')?.toLowerCase() ?? otherwise;
  return { any: combination === 'any', list: allNamed(element, kind).map(conditionOf) };
}

function conditionOf(element: SequencingElement): Condition {
  const objective = value(element, 'referencedobjective');
  return {
    name: value(element, 'condition')?.toLowerCase() ?? 'always',
    not: value(element, 'operator')?.toLowerCase() === 'not',
    ...(objective && { objective: idKey(objective) }),
    measure: share(value(element, 'measurethreshold'), -1) ?? 0,
  };
}
