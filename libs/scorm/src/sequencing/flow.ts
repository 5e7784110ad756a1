import { isBarred, ruleThatHolds } from './conditions';
import type { Code, Work } from './work';

export type Direction = 'forward' | 'backward';

interface Traversed {
  next?: { activity: string; direction: Direction };
  /** Beyond the last activity: nothing is left. */
  ended?: true;
  code?: Code;
}

export interface Flowed {
  /** Where the walk came to. */
  activity: string;
  deliverable: boolean;
  ended?: true;
  code?: Code;
}

/** SB.2.3: the next activity in a direction that can be delivered. */
export function flow(work: Work, from: string, direction: Direction, considerChildren: boolean): Flowed {
  const found = traverse(work, from, direction, considerChildren);
  if (!found.next) return { activity: from, deliverable: false, ...found };
  return deliverableFrom(work, found.next.activity, found.next.direction);
}

/** SB.2.1: one step through the tree. */
function traverse(
  work: Work,
  start: string,
  way: Direction,
  considerChildren: boolean,
  previous?: Direction,
): Traversed {
  let [activity, direction, isReversed] = [start, way, false];
  const parent = work.parent(activity);
  if (previous === 'backward' && parent !== undefined && work.available(parent).at(-1) === activity) {
    // Inside a group that only goes forward, backward leads to its first child.
    [activity, direction, isReversed] = [work.available(parent)[0]!, 'backward', true];
  }
  const children = work.available(activity);
  const entersGroup = considerChildren && !work.definition(activity).isLeaf;
  if (entersGroup && !(direction === 'backward' && work.parent(activity) === undefined)) {
    if (children.length === 0) return { code: 'SB.2.1-2' };
    if (direction === 'forward') return { next: { activity: children[0]!, direction } };
    return work.definition(activity).forwardOnly
      ? { next: { activity: children[0]!, direction: 'forward' } }
      : { next: { activity: children.at(-1)!, direction } };
  }
  return direction === 'forward' ? forward(work, activity) : backward(work, activity, isReversed);
}

function forward(work: Work, activity: string): Traversed {
  for (let at = activity; ;) {
    const above = work.parent(at);
    if (above === undefined) return { ended: true };
    const siblings = work.available(above);
    const next = siblings[work.place(at) + 1];
    if (next !== undefined) return { next: { activity: next, direction: 'forward' } };
    at = above;
  }
}

function backward(work: Work, activity: string, isReversed: boolean): Traversed {
  let reversed = isReversed;
  for (let at = activity; ; reversed = false) {
    const above = work.parent(at);
    if (above === undefined) return { code: 'SB.2.1-3' };
    if (!reversed && work.definition(above).forwardOnly) return { code: 'SB.2.1-4' };
    const siblings = work.available(above);
    const before = siblings[work.place(at) - 1];
    if (before !== undefined) return { next: { activity: before, direction: 'backward' } };
    at = above;
  }
}

/** SB.2.2. Forward, whatever is passed leads to the same place: that is found once. */
function deliverableFrom(work: Work, start: string, way: Direction): Flowed {
  const passed: string[] = [];
  const found = walked(work, start, way, passed);
  const known = work.answersTo('onward');
  for (const id of passed) known.set(id, found);
  return found;
}

/** Its calls of itself are a loop; every turn goes on in the tree. */
function walked(work: Work, start: string, way: Direction, passed: string[]): Flowed {
  const known = work.answersTo('onward') as ReadonlyMap<string, Flowed>;
  let [activity, direction] = [start, way];
  let previous: Direction | undefined;
  for (let turns = 2 * work.tree.activities.size + 2; turns > 0; turns--) {
    if (direction === 'forward' && previous === undefined) {
      const before = known.get(activity);
      if (before) return before;
      passed.push(activity);
    }
    const parent = work.parent(activity);
    if (parent !== undefined && !work.definition(parent).flow) return not(activity, { code: 'SB.2.2-1' });
    if (ruleThatHolds(work, activity, 'pre', 'skip')) {
      work.note(`SB.2.2 skips ${activity}`);
      const found = traverse(work, activity, direction, false, previous);
      if (!found.next) return not(activity, found);
      if (previous === 'backward' && found.next.direction === 'backward') previous = undefined;
      ({ activity, direction } = found.next);
      continue;
    }
    if (isBarred(work, activity)) return not(activity, { code: 'SB.2.2-2' });
    if (work.definition(activity).isLeaf) return { activity, deliverable: true };
    const found = traverse(work, activity, direction, true);
    if (!found.next) return not(activity, found);
    previous = direction === 'backward' && found.next.direction === 'forward' ? 'backward' : undefined;
    ({ activity, direction } = found.next);
  }
  return not(activity, { code: 'SB.2.2-2' });
}

const not = (activity: string, { ended, code }: Pick<Traversed, 'ended' | 'code'>): Flowed => ({
  activity,
  deliverable: false,
  ...(ended && { ended }),
  ...(code !== undefined && { code }),
});

/** SB.2.9.1 and SB.2.9.2: the farthest that a choice out of a constrained group may reach: the next one in that direction. */
export function nextInFlow(work: Work, activity: string, direction: Direction): string {
  return traverse(work, activity, direction, false).next?.activity ?? activity;
}
