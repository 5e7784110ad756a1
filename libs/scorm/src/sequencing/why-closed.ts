import { evaluate, type Limit, limitMet } from './conditions';
import type { ActivityDefinition, Condition, ObjectiveValue, RuleCondition, SequencingTree } from './definition';
import { outsideItsTime } from './durations';
import { objectiveNamed } from './objectives';
import type { SequencingState } from './state';
import { Work } from './work';

/** What a learner can do about a part that is closed. */
export type WhyClosed =
  /** Nothing any more: as many attempts were made as there are. */
  | { kind: 'attempts'; limit: number }
  /** Nothing any more: its time is used up. */
  | { kind: 'duration' }
  /** To wait until it may be begun; nothing any more after the last moment for it. In milliseconds since 1970. */
  | { kind: 'begin' | 'end'; at: number }
  /** To pass, or to finish, the other parts that it waits for; in the order of the manifest. */
  | { kind: 'waits'; for: 'passed' | 'finished'; activities: string[] };

/**
 * Why parts must not be delivered (UP.5), as far as a learner can do something about it: a rule that closes a part may ask
 * anything, and only what it asks of other parts can be told as something to do.
 * @returns of a part; undefined when it is not closed, or for a reason that cannot be told
 */
export function whyClosed(
  tree: SequencingTree,
  state: SequencingState,
  at: number,
): (activity: string) => WhyClosed | undefined {
  const work = new Work(tree, state, at);
  const ofOne = (id: string): WhyClosed | undefined => {
    const met = limitMet(work, id);
    if (met !== undefined) return limitInQuestion(work, id, met);
    const rule = work.definition(id).pre.find((one) => one.action === 'disabled' && evaluate(work, id, one, 'rules'));
    if (!rule) return undefined;
    const holding = rule.conditions.filter((one) =>
      evaluate(work, id, { combination: 'all', conditions: [one] }, 'rules'),
    );
    for (const { condition, negated } of holding) {
      const limit = negated ? undefined : LIMITS[condition]?.(work, id);
      if (limit) return limitInQuestion(work, id, limit);
    }
    for (const wanted of ['passed', 'finished'] as const) {
      const told = holding.flatMap((one) => awaited(work, id, one, wanted));
      if (told.length > 0) {
        const order = (one: string) => work.definition(one).order;
        return { kind: 'waits', for: wanted, activities: [...new Set(told)].toSorted((a, b) => order(a) - order(b)) };
      }
    }
    return undefined;
  };
  return (activity) => {
    for (const id of work.downTo(activity)) {
      const why = ofOne(id);
      if (why) return why;
    }
    return undefined;
  };
}

/** The limit that a condition asks about. */
const LIMITS: Partial<Record<Condition, (work: Work, id: string) => Limit | undefined>> = {
  attemptLimitExceeded: () => 'attempts',
  timeLimitExceeded: () => 'duration',
  outsideAvailableTimeRange: (work, id) => outsideItsTime(work, id) || undefined,
};

function limitInQuestion(work: Work, id: string, limit: Limit): WhyClosed | undefined {
  if (limit === 'duration') return { kind: 'duration' };
  const { attemptLimit, timeLimits } = work.definition(id);
  if (limit === 'attempts') return attemptLimit === undefined ? undefined : { kind: 'attempts', limit: attemptLimit };
  const at = timeLimits?.[limit];
  return at === undefined ? undefined : { kind: limit, at };
}

/** What has to change of the objective that a condition asks about, so that it holds no more. */
const ASKED: Partial<Record<Condition, { value: ObjectiveValue; wanted: 'passed' | 'finished' }>> = {
  satisfied: { value: 'satisfied', wanted: 'passed' },
  objectiveStatusKnown: { value: 'satisfied', wanted: 'passed' },
  objectiveMeasureKnown: { value: 'measure', wanted: 'passed' },
  objectiveMeasureGreaterThan: { value: 'measure', wanted: 'passed' },
  completed: { value: 'completed', wanted: 'finished' },
  activityProgressKnown: { value: 'completed', wanted: 'finished' },
};

/** The other parts that write what a condition misses. */
function awaited(
  work: Work,
  id: string,
  { condition, negated, objective }: RuleCondition,
  wanted: 'passed' | 'finished',
): string[] {
  const asked = ASKED[condition];
  if (!negated || asked?.wanted !== wanted) return [];
  const global = objectiveNamed(work.definition(id), objective).reads[asked.value];
  return global === undefined ? [] : writersOf(work, global, asked.value).filter((writer) => writer !== id);
}

function writersOf(work: Work, global: string, value: ObjectiveValue): string[] {
  const writes = ({ objectives }: ActivityDefinition): boolean =>
    objectives.some((one) => one.writes[value]?.includes(global));
  return [...work.tree.activities.values()].filter(writes).map(({ id }) => id);
}
