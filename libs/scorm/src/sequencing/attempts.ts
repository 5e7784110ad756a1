import type { ActivityDefinition } from './definition';
import { beginTime, startTime, stopTime } from './durations';
import { primaryOf, write } from './objectives';
import { rollUp } from './rollup';
import { drawAgain } from './selection';
import type { Work } from './work';

/** UP.4: End Attempt. */
export function endAttempt(work: Work, activity: string): void {
  const definition = work.definition(activity);
  stopTime(work, activity);
  const state = work.of(activity);
  if (definition.isLeaf && definition.tracked && !state.suspended) completeUntold(work, activity);
  if (!definition.isLeaf) {
    state.suspended = work.available(activity).some((child) => work.seen(child).suspended);
  }
  state.active = false;
  delete state.resumed;
  work.note(`UP.4 ${activity}`);
  // What was reported while it ran has been written to them since.
  rollUp(work, activity, globalsOf(definition));
  if (!definition.isLeaf && !state.suspended) drawAgain(work, activity);
}

/** Content that never says how it went is done when it has run, unless the package says that silence means nothing. */
function completeUntold(work: Work, activity: string): void {
  const definition = work.definition(activity);
  const state = work.of(activity);
  const objective = primaryOf(definition);
  if (
    !definition.completionSetByContent &&
    state.completed === undefined &&
    !state.completionUnknown &&
    definition.completionThreshold === undefined
  ) {
    state.completed = true;
    write(work, activity, objective, 'completed', true);
  }
  if (!definition.objectiveSetByContent && !objective.satisfiedByMeasure && !state.successUnknown) {
    const own = state.objectives[objective.id]?.satisfied;
    if (own === undefined) write(work, activity, objective, 'satisfied', true);
  }
}

const globalsOf = ({ objectives }: ActivityDefinition): string[] =>
  objectives.flatMap(({ writes }) => Object.values(writes).flat());

/** UP.3: ends whatever is open below `activity` on the way to the current activity, which has ended before. */
export function terminateDescendentAttempts(work: Work, activity: string): void {
  const { current } = work;
  if (current === undefined) return;
  const ancestor = work.commonAncestor(current, activity);
  for (const id of work.upTo(current, ancestor).slice(1)) endAttempt(work, id);
}

/** DB.2.1: what was suspended elsewhere cannot be resumed any more. */
export function clearSuspended(work: Work, delivered: string): void {
  const { suspended } = work.state;
  if (suspended === undefined) return;
  const ancestor = work.commonAncestor(delivered, suspended);
  for (const id of [...work.upTo(suspended, ancestor), ancestor]) {
    const isHeld = work.available(id).some((child) => work.seen(child).suspended);
    if (work.definition(id).isLeaf || !isHeld) work.of(id).suspended = false;
  }
  delete work.state.suspended;
}

/** The middle of DB.2: attempts begin, or go on, from the root to what is delivered. */
export function beginAttempts(work: Work, delivered: string): void {
  for (const id of work.downTo(delivered)) {
    if (work.seen(id).active) continue;
    const state = work.of(id);
    if (state.suspended) {
      state.suspended = false;
      state.resumed = true;
    } else beginAnew(work, id);
    state.active = true;
    startTime(work, id);
  }
}

const OF_ONE_ATTEMPT = [
  ...(['completed', 'progress', 'staleObjectives', 'staleProgress', 'resumed'] as const),
  ...(['completionUnknown', 'successUnknown'] as const),
];

function beginAnew(work: Work, id: string): void {
  const definition = work.definition(id);
  const state = work.of(id);
  state.attempts++;
  for (const key of OF_ONE_ATTEMPT) delete state[key];
  state.objectives = {};
  beginTime(work, id);
  if (state.attempts === 1) return;
  for (const child of definition.children) {
    if (work.seen(child).attempts === 0) continue;
    if (definition.useCurrentAttemptObjectiveInfo) work.of(child).staleObjectives = true;
    if (definition.useCurrentAttemptProgressInfo) work.of(child).staleProgress = true;
  }
}
