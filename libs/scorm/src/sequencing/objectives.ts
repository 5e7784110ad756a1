import { type ActivityDefinition, OBJECTIVE_VALUES, type ObjectiveDefinition, type ObjectiveValue } from './definition';
import { type ObjectiveState, setValue } from './state';
import { define, type Work } from './work';

export const primaryOf = ({ objectives }: ActivityDefinition): ObjectiveDefinition =>
  objectives.find(({ primary }) => primary)!;

/** By the name a rule uses; the primary one for none or an unknown one. */
export function objectiveNamed(definition: ActivityDefinition, id: string | undefined): ObjectiveDefinition {
  return definition.objectives.find((objective) => id !== undefined && objective.id === id) ?? primaryOf(definition);
}

/**
 * A group that has begun a new attempt makes nothing of what its parts said before it (SN 3.13). A rule about a part itself still
 * sees that: what was learnt is skipped again.
 */
export type Asker = 'rules' | 'rollup' | 'content';

/** Read from a global objective, these are what it says: also nothing. */
const GLOBAL_ALONE: readonly ObjectiveValue[] = ['satisfied', 'measure'];

/**
 * What an activity knows of an objective: a global one that it reads comes first, its own value else (SN 3.10.2); in the second
 * edition the other way round. Where the objective is satisfied by measure, the measure alone decides.
 */
export function known(
  work: Work,
  activity: string,
  objective: ObjectiveDefinition,
  asker: Asker = 'rules',
): ObjectiveState {
  const state: ObjectiveState = {};
  for (const value of OBJECTIVE_VALUES) setValue(state, value, knownValue(work, activity, objective, value, asker));
  return state;
}

/** One value of `known`: a group asks each of its parts for one at a time. */
export function knownValue<V extends ObjectiveValue>(
  work: Work,
  activity: string,
  objective: ObjectiveDefinition,
  value: V,
  asker: Asker = 'rules',
): ObjectiveState[V] {
  // Of the same type, which the compiler does not see from the name of the value.
  if (value === 'satisfied' && objective.satisfiedByMeasure)
    return judged(work, activity, objective, asker) as ObjectiveState[V];
  if (value === 'completed' && objective.primary && work.definition(activity).completionThreshold !== undefined)
    return measuredCompletion(work, activity, objective, asker) as ObjectiveState[V];
  return told(work, activity, objective, value, asker);
}

/** As it was written, here or to the global objective that is read for it. */
function told<V extends ObjectiveValue>(
  work: Work,
  activity: string,
  objective: ObjectiveDefinition,
  value: V,
  asker: Asker,
): ObjectiveState[V] {
  const own = ownWord(work, activity, objective, value, asker);
  const id = objective.reads[value];
  if (id === undefined || (work.tree.rules.ownWordFirst && own !== undefined)) return own;
  const shared = Object.hasOwn(work.state.globals, id) ? work.state.globals[id]![value] : undefined;
  return shared === undefined && !GLOBAL_ALONE.includes(value) ? own : shared;
}

function ownWord<V extends ObjectiveValue>(
  work: Work,
  activity: string,
  objective: ObjectiveDefinition,
  value: V,
  asker: Asker,
): ObjectiveState[V] {
  const { objectives, staleObjectives } = work.seen(activity);
  if (asker === 'rollup' && staleObjectives) return undefined;
  return Object.hasOwn(objectives, objective.id) ? objectives[objective.id]![value] : undefined;
}

/** A package may want to wait for the verdict until all of it is there (adlseq:measureSatisfactionIfActive). */
function judged(work: Work, activity: string, objective: ObjectiveDefinition, asker: Asker): boolean | undefined {
  if (work.seen(activity).active && !work.definition(activity).measureSatisfactionIfActive) return undefined;
  const measure = told(work, activity, objective, 'measure', asker);
  return measure === undefined ? undefined : measure >= objective.minimumMeasure;
}

/** Content sees what others have said of it; a rule asks what this activity's own measure says of that. */
function measuredCompletion(
  work: Work,
  activity: string,
  objective: ObjectiveDefinition,
  asker: Asker,
): boolean | undefined {
  const completed = told(work, activity, objective, 'completed', asker);
  if (asker === 'content' && objective.reads.completed !== undefined && completed !== undefined) return completed;
  const progress = told(work, activity, objective, 'progress', asker) ?? progressOf(work, activity, asker);
  return progress === undefined ? undefined : progress >= work.definition(activity).completionThreshold!;
}

/** Takes a value back, also where its maps say, as far as the edition has that. */
export function forget(work: Work, activity: string, objective: ObjectiveDefinition, value: ObjectiveValue): void {
  if (work.tree.rules.takesBackFromOthers) write(work, activity, objective, value, undefined);
  else if (Object.hasOwn(work.seen(activity).objectives, objective.id))
    setValue(work.of(activity).objectives[objective.id]!, value, undefined);
}

/**
 * Writes a value, also where its maps say. @returns the global objectives that are not any more what they were
 */
export function write<V extends ObjectiveValue>(
  work: Work,
  activity: string,
  objective: ObjectiveDefinition,
  value: V,
  to: ObjectiveState[V],
): string[] {
  const { objectives } = work.of(activity);
  if (!Object.hasOwn(objectives, objective.id)) define(objectives, objective.id, {});
  setValue(objectives[objective.id]!, value, to);
  const written = value === 'measure' && objective.satisfiedByMeasure ? writeJudged(work, objective, to) : [];
  return [...written, ...writeGlobals(work, objective, value, to)];
}

/** Others read whether the measure was enough. */
function writeJudged(work: Work, objective: ObjectiveDefinition, measure: unknown): string[] {
  const satisfied = measure === undefined ? undefined : (measure as number) >= objective.minimumMeasure;
  return writeGlobals(work, objective, 'satisfied', satisfied);
}

function writeGlobals(
  work: Work,
  { writes }: ObjectiveDefinition,
  value: ObjectiveValue,
  to: ObjectiveState[ObjectiveValue],
): string[] {
  return (writes[value] ?? []).filter((id) => {
    const before = Object.hasOwn(work.state.globals, id) ? work.state.globals[id] : undefined;
    if (before && before[value] === to) return false;
    setValue(work.global(id), value, to);
    return before?.[value] !== to;
  });
}

/** Completion of the newest attempt. */
export function completionOf(work: Work, activity: string, asker: Asker = 'rules'): boolean | undefined {
  const { completionThreshold } = work.definition(activity);
  const { completed, progress, staleProgress } = work.seen(activity);
  if (asker === 'rollup' && staleProgress) return undefined;
  if (completionThreshold === undefined) return completed;
  return progress === undefined ? undefined : progress >= completionThreshold;
}

/** How much is done. */
export function progressOf(work: Work, activity: string, asker: Asker = 'rules'): number | undefined {
  const { progress, staleProgress } = work.seen(activity);
  return asker === 'rollup' && staleProgress ? undefined : progress;
}
