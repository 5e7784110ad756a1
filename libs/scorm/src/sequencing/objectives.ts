import { type ActivityDefinition, OBJECTIVE_VALUES, type ObjectiveDefinition, type ObjectiveValue } from './definition';
import { type ObjectiveState, setValue } from './state';
import { define, type Work } from './work';

export const primaryOf = ({ objectives }: ActivityDefinition): ObjectiveDefinition =>
  objectives.find(({ primary }) => primary)!;

/** By the name a rule uses; the primary one for none or an unknown one. */
export function objectiveNamed(definition: ActivityDefinition, id: string | undefined): ObjectiveDefinition {
  return definition.objectives.find((objective) => id !== undefined && objective.id === id) ?? primaryOf(definition);
}

/** Own values, without maps and thresholds. */
function own(work: Work, activity: string, { id }: ObjectiveDefinition): ObjectiveState {
  const { objectives } = work.seen(activity);
  return Object.hasOwn(objectives, id) ? objectives[id]! : {};
}

/**
 * A group that has begun a new attempt makes nothing of what its parts said before it (SN 3.13). A rule about a part itself still
 * sees that: what was learnt is skipped again.
 */
export type Asker = 'rules' | 'rollup' | 'content';

/** Read from a global objective, these are what it says: also nothing. */
const GLOBAL_ALONE: readonly ObjectiveValue[] = ['satisfied', 'measure'];

/**
 * What an activity knows of an objective: a global one that it reads comes first, its own value else (SN 3.10.2). Where the
 * objective is satisfied by measure, the measure alone decides.
 */
export function known(
  work: Work,
  activity: string,
  objective: ObjectiveDefinition,
  asker: Asker = 'rules',
): ObjectiveState {
  const state: ObjectiveState = {};
  const mine = asker === 'rollup' && work.seen(activity).staleObjectives ? {} : own(work, activity, objective);
  for (const value of OBJECTIVE_VALUES) {
    const shared = read(work, objective, value);
    const isShared = objective.reads[value] !== undefined && GLOBAL_ALONE.includes(value);
    const to = isShared ? shared : (shared ?? mine[value]);
    if (to !== undefined) setValue(state, value, to);
  }
  if (objective.satisfiedByMeasure) {
    // A package may want to wait for the verdict until all of it is there (adlseq:measureSatisfactionIfActive).
    const waits = work.seen(activity).active && !work.definition(activity).measureSatisfactionIfActive;
    const isUnknown = waits || state.measure === undefined;
    setValue(state, 'satisfied', isUnknown ? undefined : state.measure! >= objective.minimumMeasure);
  }
  const threshold = objective.primary ? work.definition(activity).completionThreshold : undefined;
  if (threshold !== undefined) {
    const progress = state.progress ?? progressOf(work, activity, asker);
    // Content sees what others have said of it; a rule asks what this activity's own measure says of that.
    const isTold = asker === 'content' && objective.reads.completed !== undefined && state.completed !== undefined;
    if (!isTold) setValue(state, 'completed', progress === undefined ? undefined : progress >= threshold);
  }
  return state;
}

function read(work: Work, { reads }: ObjectiveDefinition, value: ObjectiveValue): ObjectiveState[ObjectiveValue] {
  const id = reads[value];
  if (id === undefined || !Object.hasOwn(work.state.globals, id)) return undefined;
  return work.state.globals[id]![value];
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
