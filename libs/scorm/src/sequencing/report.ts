import type { Completion, ScoResult, Success } from '../activity/result';
import type { ScoSnapshot, ScoreParts } from '../activity/sco-state';
import type { ObjectiveDefinition, SequencingTree } from './definition';
import { decoded } from './read-elements';
import { completionOf, forget, known, primaryOf, progressOf, write } from './objectives';
import { noteChanges } from './shared';
import type { ActivityState, ObjectiveState, SequencingState } from './state';
import { Work } from './work';

/** What the open activity has said of itself so far, in the run-time's words. */
export interface ActivityReport {
  completion: Completion;
  success: Success;
  score: ScoreParts;
  progress?: number;
  /** The content said that it is to be gone on with. */
  suspends: boolean;
  /** It said "unknown" itself: then its silence is no completion, or no success (SN 4.5). */
  keepsUnknown?: SaysUnknown;
  /** Shared data that it wrote, by the id of the store. */
  data?: Record<string, string>;
  /** When it was said, in milliseconds; absent where a step followed at once. */
  at?: number;
  objectives: {
    id: string;
    completion: Completion;
    success: Success;
    score: ScoreParts;
    progress: string;
    keepsUnknown?: SaysUnknown;
  }[];
}

interface SaysUnknown {
  completion?: boolean;
  success?: boolean;
}

/**
 * @param snapshot as the content said it: what thresholds and silence make of it is the tree's to say
 * @param data shared data that it wrote
 */
export function reportOf(snapshot: ScoSnapshot, data: Record<string, string> = {}): ActivityReport {
  return {
    completion: attemptedOf(snapshot),
    success: snapshot.success,
    score: snapshot.scoreParts,
    ...(snapshot.progress !== undefined && { progress: snapshot.progress }),
    suspends: snapshot.exit === 'suspend',
    ...unknownOf(snapshot),
    ...(Object.keys(data).length > 0 && { data }),
    objectives: snapshot.objectives.map((objective) => {
      const { id, success, score, progress } = objective;
      return { id, completion: attemptedOf(objective), success, score, progress, ...unknownOf(objective) };
    }),
  };
}

/** What was called "unknown" in so many words. */
function unknownOf({ completionSaid, successSaid }: Pick<ScoSnapshot, 'completionSaid' | 'successSaid'>): {
  keepsUnknown?: SaysUnknown;
} {
  const [completion, success] = [completionSaid === 'unknown', successSaid === 'unknown'];
  return completion || success ? { keepsUnknown: { completion, success } } : {};
}

/** "not attempted" is known not to be completed; "unknown" is nothing (RTE 4.2.4). */
const attemptedOf = ({ completion, completionSaid }: Pick<ScoSnapshot, 'completion' | 'completionSaid'>): Completion =>
  completionSaid === 'not attempted' ? 'incomplete' : completion;

/**
 * Run-time data arrives for the current activity (RTE 4.2: how it maps to tracking). What is unknown changes nothing; it is
 * rolled up when the activity ends.
 * @param at as of `navigate`
 */
export function report(
  tree: SequencingTree,
  before: SequencingState,
  said: ActivityReport,
  at: number,
): SequencingState {
  const { current } = before;
  if (current === undefined || !tree.activities.get(current)?.isLeaf) return before;
  const work = new Work(tree, before, at);
  work.of(current).suspended = said.suspends;
  keepData(work, current, said.data);
  if (work.definition(current).tracked) track(work, current, said);
  noteChanges(before, work.state, at);
  return work.state;
}

function track(work: Work, current: string, said: ActivityReport): void {
  const definition = work.definition(current);
  const state = work.of(current);
  for (const { id, ...values } of said.objectives) {
    const objective = definition.objectives.find((own) => own.id !== '' && own.id === decoded(id));
    // Content that was told a state and says "unknown" has taken it back.
    if (objective) take(work, current, objective, values);
  }
  // The primary objective by its name in cmi.objectives is the activity itself; what is said of that outright comes last.
  take(work, current, primaryOf(definition), said);
  const own = state.objectives[primaryOf(definition).id];
  if (own?.progress !== undefined) state.progress = own.progress;
  if (own?.completed !== undefined) state.completed = own.completed;
  else if (said.keepsUnknown?.completion) delete state.completed;
  const primary = said.objectives.find(({ id }) => id !== '' && decoded(id) === primaryOf(definition).id);
  keepUnknown(state, said.keepsUnknown, primary?.keepsUnknown);
}

/** adl.data, as far as the activity may write it. */
function keepData(work: Work, activity: string, data: ActivityReport['data'] = {}): void {
  for (const { id, write: mayWrite } of work.definition(activity).stores) {
    if (mayWrite && Object.hasOwn(data, id))
      work.state.data = Object.fromEntries([...Object.entries(work.state.data ?? {}), [id, data[id]!]]);
  }
}

function keepUnknown(state: ActivityState, ...said: (SaysUnknown | undefined)[]): void {
  if (said.some((one) => one?.completion)) state.completionUnknown = true;
  else delete state.completionUnknown;
  if (said.some((one) => one?.success)) state.successUnknown = true;
  else delete state.successUnknown;
}

interface Values {
  completion: Completion;
  success: Success;
  score: ScoreParts;
  progress?: number | string;
  keepsUnknown?: SaysUnknown;
}

/** What is called unknown is taken back; silence changes nothing. */
function take(work: Work, activity: string, objective: ObjectiveDefinition, said: Values): void {
  const { keepsUnknown: unknown = {} } = said;
  const takeBack = (value: 'satisfied' | 'completed') => {
    if (known(work, activity, objective, 'content')[value] !== undefined) forget(work, activity, objective, value);
  };
  const put = <V extends keyof ObjectiveState>(value: V, to: ObjectiveState[V]) => {
    if (to !== undefined) write(work, activity, objective, value, to);
  };
  const measure = Number(said.score.scaled);
  put('measure', said.score.scaled !== '' && measure >= -1 && measure <= 1 ? measure : undefined);
  for (const part of ['raw', 'min', 'max'] as const) put(part, said.score[part] || undefined);
  // Satisfied by measure: the measure decides alone, as below for completion.
  if (!objective.satisfiedByMeasure) {
    if (said.success !== 'unknown') put('satisfied', said.success === 'passed');
    else if (unknown.success) takeBack('satisfied');
  }
  const progress = share(said.progress);
  const threshold = objective.primary ? work.definition(activity).completionThreshold : undefined;
  if (threshold !== undefined) put('completed', progress === undefined ? undefined : progress >= threshold);
  else if (said.completion !== 'not_attempted') put('completed', said.completion === 'completed');
  else if (unknown.completion) takeBack('completed');
  put('progress', progress);
}

function share(value: number | string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  return number >= 0 && number <= 1 ? number : undefined;
}

/** What the whole has come to: the root's own state. Score in per cent. */
export function courseResult(tree: SequencingTree, state: SequencingState): ScoResult {
  const work = new Work(tree, state, 0);
  const root = work.definition(tree.root);
  const { satisfied, measure } = known(work, tree.root, primaryOf(root));
  const completed = completionOf(work, tree.root);
  const progress = progressOf(work, tree.root);
  const begun = work.seen(tree.root).attempts > 0;
  return {
    completion: completed ? 'completed' : begun ? 'incomplete' : 'not_attempted',
    success: satisfied === undefined ? 'unknown' : satisfied ? 'passed' : 'failed',
    // A mean of thirds is no score that anybody would want to read.
    ...(measure !== undefined && { score: Number((Math.max(0, measure) * 100).toFixed(6)) }),
    ...(progress !== undefined && { progress }),
  };
}

/** What the run-time of an activity begins with. */
export interface RunTime {
  /** It goes on with the attempt that was suspended. */
  resumes: boolean;
  /** In the order of the manifest; of each what is known, through its maps (RTE 4.2.17). */
  objectives: (ObjectiveState & { id: string })[];
  /** adl.data: the stores it shares, with what is in them now and what it may do (RTE 4.3). */
  stores: { id: string; value?: string; read: boolean; write: boolean }[];
}

/** @param activity the one that was delivered */
export function runTimeOf(tree: SequencingTree, state: SequencingState, activity: string): RunTime {
  const work = new Work(tree, state, 0);
  const named = work.definition(activity).objectives.filter(({ id }) => id !== '');
  return {
    resumes: work.seen(activity).resumed === true,
    objectives: named.map((objective) => ({ id: objective.id, ...known(work, activity, objective, 'content') })),
    stores: work.definition(activity).stores.map((store) => ({
      ...store,
      ...(state.data && Object.hasOwn(state.data, store.id) && { value: state.data[store.id]! }),
    })),
  };
}
