import type { ActivityDefinition, RollupRule } from './definition';
import { evaluate, ruleThatHolds } from './conditions';
import { completionOf, knownValue, primaryOf, progressOf, write } from './objectives';
import type { Work } from './work';

/**
 * RB.1.5: what happened at an activity is rolled up along the way to the root, and along the ways of all that read a global
 * objective which changed. From the deepest up; each activity at most twice, so that circles through globals end.
 */
export function rollUp(work: Work, activity: string, changed: readonly string[] = []): void {
  const due = new Map<string, number>();
  const turns = new Map<string, number>();
  const add = (id: string): void => {
    for (const above of work.upFrom(id)) {
      if ((turns.get(above) ?? 0) < 2) due.set(above, work.definition(above).depth);
    }
  };
  const addReaders = (globals: readonly string[]): void => {
    for (const id of globals) {
      for (const reader of work.tree.readers.get(id) ?? []) {
        // What it reads is known of it at once; what its group makes of that is not.
        const group = work.parent(reader);
        if (group !== undefined && work.isAvailable(reader)) add(group);
      }
    }
  };
  add(activity);
  addReaders(changed);
  while (due.size > 0) {
    const next = deepest(due);
    due.delete(next);
    turns.set(next, (turns.get(next) ?? 0) + 1);
    if (work.definition(next).isLeaf || !work.definition(next).tracked) continue;
    addReaders(rollUpOne(work, next));
  }
}

function deepest(due: ReadonlyMap<string, number>): string {
  let [found, depth] = ['', -1];
  for (const [id, at] of due) if (at > depth) [found, depth] = [id, at];
  return found;
}

/** @returns the global objectives that changed */
function rollUpOne(work: Work, activity: string): string[] {
  return [
    ...measureRollup(work, activity),
    ...progressRollup(work, activity),
    ...objectiveRollup(work, activity),
    ...completionRollup(work, activity),
  ];
}

/** RB.1.1 a. */
function measureRollup(work: Work, activity: string): string[] {
  const measure = (child: string) => knownValue(work, child, primaryOf(work.definition(child)), 'measure', 'rollup');
  const mean = weighted(work, activity, ({ objectiveWeight }) => objectiveWeight, measure);
  return write(work, activity, primaryOf(work.definition(activity)), 'measure', mean);
}

/** RB.1.1 b. */
function progressRollup(work: Work, activity: string): string[] {
  const mean = weighted(
    work,
    activity,
    ({ progressWeight }) => progressWeight,
    (child) => progressOf(work, child, 'rollup'),
  );
  const state = work.of(activity);
  if (mean === undefined) delete state.progress;
  else state.progress = mean;
  return write(work, activity, primaryOf(work.definition(activity)), 'progress', mean);
}

/** A child that says nothing weighs as 0, as soon as any says something. */
function weighted(
  work: Work,
  activity: string,
  weightOf: (child: ActivityDefinition) => number,
  valueOf: (child: string) => number | undefined,
): number | undefined {
  let [total, weights, isKnown] = [0, 0, false];
  for (const child of work.available(activity)) {
    const definition = work.definition(child);
    const weight = definition.tracked ? weightOf(definition) : 0;
    if (weight === 0) continue;
    weights += weight;
    const value = valueOf(child);
    if (value === undefined) continue;
    isKnown = true;
    total += weight * value;
  }
  return isKnown && weights > 0 ? total / weights : undefined;
}

/** RB.1.2: by measure where the objective says so, and else by rules. */
function objectiveRollup(work: Work, activity: string): string[] {
  const definition = work.definition(activity);
  const objective = primaryOf(definition);
  if (objective.satisfiedByMeasure) {
    // Others read it from the write of the measure; while it is active it may have to wait.
    return definition.measureSatisfactionIfActive || !work.seen(activity).active
      ? []
      : write(work, activity, objective, 'satisfied', undefined);
  }
  const satisfied = byRules(work, activity, 'satisfied', 'notSatisfied');
  return satisfied === undefined ? [] : write(work, activity, objective, 'satisfied', satisfied);
}

/** RB.1.3. */
function completionRollup(work: Work, activity: string): string[] {
  const definition = work.definition(activity);
  const completed =
    definition.completionThreshold === undefined
      ? byRules(work, activity, 'completed', 'incomplete')
      : completionOf(work, activity);
  if (completed === undefined) return [];
  work.of(activity).completed = completed;
  return write(work, activity, primaryOf(definition), 'completed', completed);
}

/** The better of two says the last word (RB.1.2 b, RB.1.3 b). */
function byRules(
  work: Work,
  activity: string,
  good: RollupRule['action'],
  bad: RollupRule['action'],
): boolean | undefined {
  const own = work.definition(activity).rollupRules.filter(({ action }) => action === good || action === bad);
  const isDefault = own.length === 0;
  const rules = isDefault ? defaultRules(work.tree.rules.attemptIsEnough, good, bad) : own;
  // A group of which nothing counts has come to nothing, unless a rule of the package itself says what that is.
  const holds = (wanted: RollupRule['action']) =>
    rules.some((rule) => rule.action === wanted && ruleHolds(work, activity, rule, !isDefault));
  if (holds(good)) return true;
  return holds(bad) ? false : undefined;
}

/** What is rolled up where nothing is said (SN 4.6.5, 4.6.6). Before the fourth edition an attempt alone was enough for the worse. */
function defaultRules(attemptIsEnough: boolean, good: RollupRule['action'], bad: RollupRule['action']): RollupRule[] {
  const isObjective = good === 'satisfied';
  const condition = (name: RollupRule['conditions'][number]['condition'], negated = false) => ({
    condition: name,
    negated,
    objective: undefined,
    threshold: 0,
  });
  const all = { children: 'all', minimumCount: 0, minimumPercent: 0, combination: 'any' } as const;
  const best = isObjective ? 'satisfied' : 'completed';
  const worse = attemptIsEnough
    ? [condition('attempted'), condition(best, true)]
    : [condition(isObjective ? 'objectiveStatusKnown' : 'activityProgressKnown')];
  return [
    { ...all, action: good, conditions: [condition(best)] },
    { ...all, action: bad, conditions: worse },
  ];
}

/** RB.1.4. @param ofNone whether "all" and "none" hold of no children at all, as the book has it */
function ruleHolds(work: Work, activity: string, rule: RollupRule, ofNone: boolean): boolean {
  let [counted, yes] = [0, 0];
  for (const child of work.available(activity)) {
    if (!counts(work, child, rule.action)) continue;
    const truth = evaluate(work, child, rule, 'rollup');
    counted++;
    if (truth === true) yes++;
    // One child decides these, and a group may have thousands.
    if (rule.children === 'all' && truth !== true) return false;
    if (rule.children === 'any' && truth === true) return true;
    if (rule.children === 'none' && truth !== false) return false;
  }
  if (counted === 0 && !ofNone) return false;
  switch (rule.children) {
    case 'all':
    case 'none':
      return true;
    case 'any':
      return false;
    case 'atLeastCount':
      return yes >= rule.minimumCount;
    case 'atLeastPercent':
      return counted > 0 && yes / counted >= rule.minimumPercent;
  }
}

/** RB.1.4.2. */
function counts(work: Work, child: string, action: RollupRule['action']): boolean {
  const definition = work.definition(child);
  const isObjective = action === 'satisfied' || action === 'notSatisfied';
  if (!definition.tracked || !(isObjective ? definition.rollsUpObjective : definition.rollsUpProgress)) return false;
  const { attempts, suspended } = work.seen(child);
  switch (definition.required[action]) {
    case 'always':
      return true;
    case 'ifNotSuspended':
      return attempts > 0 && !suspended;
    case 'ifAttempted':
      return attempts > 0;
    case 'ifNotSkipped':
      return ruleThatHolds(work, child, 'pre', 'skip') === undefined;
  }
}
