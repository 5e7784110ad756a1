import { ruleThatHolds } from './conditions';
import { type Direction, nextInFlow } from './flow';
import type { Code, Work } from './work';

/** SB.2.9 up to where the activity is delivered: why it cannot be chosen; undefined when it can. Changes nothing. */
export function whyNotChosen(work: Work, target: string): Code | undefined {
  if (!work.tree.activities.has(target)) return 'SB.2.9-1';
  const unseen = whyNotSeen(work, target);
  if (unseen !== undefined) return unseen;
  const parent = work.parent(target);
  if (parent !== undefined && !work.definition(parent).choice) return 'SB.2.9-4';
  return whyNotReached(work, target);
}

/** It, or something above it, was not drawn or is hidden. */
function whyNotSeen(work: Work, id: string): Code | undefined {
  return work.once('unseen', id, () => {
    const parent = work.parent(id);
    const above = parent === undefined ? undefined : whyNotSeen(work, parent);
    if (above === 'SB.2.9-2' || !work.isAvailable(id)) return 'SB.2.9-2';
    return above ?? (ruleThatHolds(work, id, 'pre', 'hiddenFromChoice') ? 'SB.2.9-3' : undefined);
  });
}

function whyNotReached(work: Work, target: string): Code | undefined {
  const { current } = work;
  if (current === target) return undefined;
  if (current !== undefined && work.parent(current) === work.parent(target)) return whyNotBeside(work, current, target);
  const ancestor = current === undefined ? work.tree.root : work.commonAncestor(current, target);
  if (current === undefined || current === ancestor) return whyNotDown(work, ancestor, target, 'forward');
  const up = work.upTo(current, ancestor);
  if (up.some((id) => !work.definition(id).choiceExit)) return 'SB.2.9-7';
  if (target === ancestor) return undefined;
  // The activity itself has no parts to be kept to.
  const constrained = up.slice(1).find((id) => work.definition(id).constrainChoice);
  if (constrained !== undefined && !isNear(work, constrained, target)) return 'SB.2.9-8';
  return whyNotDown(work, ancestor, target, order(work, current, target));
}

/** Along brothers and sisters. */
function whyNotBeside(work: Work, current: string, target: string): Code | undefined {
  const [from, to] = [work.place(current), work.place(target)];
  // Backward only the group is asked: of each that is passed the same.
  if (to < from) return whyNotPassed(work, current, 'backward');
  const stop = work.once('stop', current, () => {
    const after = work.available(work.parent(current)!).slice(from);
    const found = after.findIndex((id) => whyNotPassed(work, id, 'forward'));
    return found < 0 ? Infinity : from + found;
  });
  return to > stop ? 'SB.2.4-1' : undefined;
}

/** From an ancestor down to the target, which is not asked itself. */
function whyNotDown(work: Work, ancestor: string, target: string, way: Direction): Code | undefined {
  const down = work.upTo(target, ancestor).toReversed().slice(0, -1);
  return first([ancestor, ...down], (id) => {
    const code = way === 'forward' ? whyNotPassed(work, id, 'forward') : undefined;
    if (code !== undefined) return code;
    const isClosed = id !== ancestor && !work.seen(id).active && work.definition(id).preventActivation;
    return isClosed ? 'SB.2.9-6' : undefined;
  });
}

/** SB.2.4. */
function whyNotPassed(work: Work, id: string, way: Direction): Code | undefined {
  if (way === 'forward')
    return work.once('stops', id, () =>
      ruleThatHolds(work, id, 'pre', 'stopForwardTraversal') ? 'SB.2.4-1' : undefined,
    );
  const parent = work.parent(id);
  if (parent === undefined) return 'SB.2.4-3';
  return work.definition(parent).forwardOnly ? 'SB.2.4-2' : undefined;
}

function isNear(work: Work, constrained: string, target: string): boolean {
  const near = nextInFlow(work, constrained, order(work, constrained, target));
  return work.isWithin(target, near) || work.isWithin(target, constrained);
}

/** Where the target stands as seen from another, in the order in which the parts are drawn. */
function order(work: Work, from: string, target: string): Direction {
  const ancestor = work.commonAncestor(from, target);
  const place = (id: string) => {
    const below = work.upTo(id, ancestor).at(-1);
    return below === undefined ? -1 : work.place(below);
  };
  return place(target) > place(from) ? 'forward' : 'backward';
}

function first(ids: readonly string[], ask: (id: string) => Code | undefined): Code | undefined {
  for (const id of ids) {
    const code = ask(id);
    if (code !== undefined) return code;
  }
  return undefined;
}
