import type { SequencingTree } from './definition';
import type { ObjectiveState, SequencingState } from './state';

/** A value that activities share, and when it was last changed, in milliseconds. */
export interface SharedValue<Value> {
  value: Value;
  at: number;
}

/** What a learner's packages share, by id (SN 3.10.2, RTE 4.3): it outlives an attempt. */
export interface Shared {
  globals: Record<string, SharedValue<ObjectiveState>>;
  data: Record<string, SharedValue<string>>;
}

export const nothingShared = (): Shared => ({ globals: {}, data: {} });

/** What an attempt lets others see. */
export function sharedOf(tree: SequencingTree, { globals, data = {}, changed }: SequencingState): Shared {
  return {
    globals: tree.ofOneAttempt.includes('objectives') ? {} : dated(globals, changed?.globals ?? {}),
    data: tree.ofOneAttempt.includes('data') ? {} : dated(data, changed?.data ?? {}),
  };
}

function dated<Value>(values: Record<string, Value>, at: Record<string, number>): Record<string, SharedValue<Value>> {
  const known = Object.entries(values).filter(([id]) => Object.hasOwn(at, id));
  return Object.fromEntries(known.map(([id, value]) => [id, { value, at: at[id]! }]));
}

/** Of each value the newer; of two of one moment the first. */
export function newest(one: Shared, other: Shared): Shared {
  return { globals: newestOf(one.globals, other.globals), data: newestOf(one.data, other.data) };
}

function newestOf<Value>(
  one: Record<string, SharedValue<Value>>,
  other: Record<string, SharedValue<Value>>,
): Record<string, SharedValue<Value>> {
  const newer = Object.entries(other).filter(([id, { at }]) => !Object.hasOwn(one, id) || one[id]!.at < at);
  return Object.fromEntries([...Object.entries(one), ...newer]);
}

/** What of it a package uses that is newer than what its attempt knows; undefined when there is nothing. */
export function newsFor(tree: SequencingTree, state: SequencingState, shared: Shared): Shared | undefined {
  const own = sharedOf(tree, state);
  const uses = usedBy(tree);
  const news = {
    globals: picked(shared.globals, (id, at) => uses.globals.has(id) && !(own.globals[id] && own.globals[id].at >= at)),
    data: picked(shared.data, (id, at) => uses.data.has(id) && !(own.data[id] && own.data[id].at >= at)),
  };
  return Object.keys(news.globals).length + Object.keys(news.data).length > 0 ? news : undefined;
}

function picked<Value>(
  values: Record<string, SharedValue<Value>>,
  fits: (id: string, at: number) => boolean,
): Record<string, SharedValue<Value>> {
  return Object.fromEntries(Object.entries(values).filter(([id, { at }]) => fits(id, at)));
}

/** Whether it shares anything with other packages, or with a later attempt. */
export function sharesBeyond(tree: SequencingTree): boolean {
  const { globals, data } = usedBy(tree);
  return globals.size > 0 || data.size > 0;
}

function usedBy({ activities, ofOneAttempt }: SequencingTree): { globals: Set<string>; data: Set<string> } {
  const all = [...activities.values()];
  const objectives = ofOneAttempt.includes('objectives') ? [] : all.flatMap((one) => one.objectives);
  const maps = objectives.flatMap(({ reads, writes }) => [...Object.values(reads), ...Object.values(writes).flat()]);
  const stores = ofOneAttempt.includes('data') ? [] : all.flatMap((one) => one.stores);
  return { globals: new Set(maps), data: new Set(stores.map(({ id }) => id)) };
}

/** The state with what others have shared since. What the attempt has changed later stays. */
export function withShared(tree: SequencingTree, state: SequencingState, shared: Shared): SequencingState {
  const news = newsFor(tree, state, shared);
  if (!news) return state;
  const values = <Value>(of: Record<string, SharedValue<Value>>) =>
    Object.entries(of).map(([id, { value }]) => [id, value] as const);
  const moments = (of: Record<string, SharedValue<unknown>>) =>
    Object.entries(of).map(([id, { at }]) => [id, at] as const);
  const { changed = { globals: {}, data: {} } } = state;
  return {
    ...state,
    globals: Object.fromEntries([...Object.entries(state.globals), ...values(news.globals)]),
    ...(Object.keys(news.data).length > 0 && {
      data: Object.fromEntries([...Object.entries(state.data ?? {}), ...values(news.data)]),
    }),
    changed: {
      globals: Object.fromEntries([...Object.entries(changed.globals), ...moments(news.globals)]),
      data: Object.fromEntries([...Object.entries(changed.data), ...moments(news.data)]),
    },
  };
}

/** Notes what a step or a report has changed of that which is shared. @param at when, in milliseconds */
export function noteChanges(before: SequencingState, after: SequencingState, at: number): void {
  const globals = changedOf(before.globals, after.globals, isSameObjective);
  const data = changedOf(before.data ?? {}, after.data ?? {}, (one, other) => one === other);
  if (globals.length === 0 && data.length === 0) return;
  const { changed = { globals: {}, data: {} } } = after;
  const noted = (of: Record<string, number>, ids: readonly string[]) =>
    Object.fromEntries([...Object.entries(of), ...ids.map((id) => [id, at] as const)]);
  after.changed = { globals: noted(changed.globals, globals), data: noted(changed.data, data) };
}

function changedOf<Value>(
  before: Record<string, Value>,
  after: Record<string, Value>,
  isSame: (one: Value, other: Value) => boolean,
): string[] {
  return Object.keys(after).filter((id) => !Object.hasOwn(before, id) || !isSame(before[id]!, after[id]!));
}

const VALUES = ['satisfied', 'measure', 'raw', 'min', 'max', 'completed', 'progress'] as const;
const isSameObjective = (one: ObjectiveState, other: ObjectiveState): boolean =>
  VALUES.every((value) => one[value] === other[value]);

/** A new attempt at the whole begins: what was shared in the one before, and only there, is forgotten. */
export function forgetOfOneAttempt(tree: SequencingTree, state: SequencingState): void {
  if (tree.ofOneAttempt.includes('objectives')) state.globals = {};
  if (tree.ofOneAttempt.includes('data')) delete state.data;
}
