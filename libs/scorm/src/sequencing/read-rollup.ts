import type { SequencingElement } from '../activity/activity-tree';
import type { RollupAction, RollupDefinition, RollupRule } from './definitions';
import { allNamed, count, flag, named, share, value } from './read-elements';
import { readConditions } from './read-rules';

const ACTIONS: readonly string[] = ['satisfied', 'notsatisfied', 'completed', 'incomplete'];
const SETS: readonly string[] = ['all', 'any', 'none', 'atleastcount', 'atleastpercent'];

/** SN 3.7, 3.8 and adlseq:rollupConsiderations (5.1.11). */
export function readRollup(element: SequencingElement | undefined): RollupDefinition {
  const rules = named(element, 'rolluprules');
  const considered = named(element, 'rollupconsiderations');
  const required = (name: string) => value(considered, name)?.toLowerCase() ?? 'always';
  return {
    satisfaction: flag(rules, 'rollupobjectivesatisfied', true),
    completion: flag(rules, 'rollupprogresscompletion', true),
    measureWeight: share(value(rules, 'objectivemeasureweight'), 0) ?? 1,
    rules: allNamed(rules, 'rolluprule').flatMap(ruleOf),
    required: {
      satisfied: required('requiredforsatisfied'),
      notsatisfied: required('requiredfornotsatisfied'),
      completed: required('requiredforcompleted'),
      incomplete: required('requiredforincomplete'),
    },
    measureIfActive: flag(considered, 'measuresatisfactionifactive', true),
  };
}

function ruleOf(element: SequencingElement): RollupRule[] {
  const action = value(named(element, 'rollupaction'), 'action')?.toLowerCase() ?? '';
  const childSet = value(element, 'childactivityset')?.toLowerCase() ?? 'all';
  if (!ACTIONS.includes(action) || !SETS.includes(childSet)) return [];
  return [
    {
      action: action as RollupAction,
      childSet: childSet as RollupRule['childSet'],
      count: count(value(element, 'minimumcount')) ?? 0,
      percent: share(value(element, 'minimumpercent'), 0) ?? 0,
      conditions: readConditions(named(element, 'rollupconditions'), 'rollupcondition', 'any'),
    },
  ];
}
