import { beginAttempts, clearSuspended, terminateDescendentAttempts } from './attempts';
import { isBarredOnTheWay } from './conditions';
import type { SequencingTree } from './definition';
import { meaningOf } from './navigation';
import type { NavigationRequest } from './request';
import { drawAtFirst } from './selection';
import { noteChanges } from './shared';
import { sequence } from './sequencing-request';
import type { SequencingState } from './state';
import { terminate } from './termination';
import { type Code, Work } from './work';

/** What a request has led to. */
export interface Navigated {
  state: SequencingState;
  /** The activity that is opened; undefined: nothing is. */
  delivered?: string;
  /** The attempt is over, or put away. */
  ended: boolean;
  /** The exception of the book, and the activity that is closed. What was open may have ended all the same: `state.current` says. */
  refused?: { code: Code; closed?: string };
  /** The processes that were gone through, with what they found. */
  path: string[];
}

/** @param seed what is drawn at random follows from it */
export function newSequencing(tree: SequencingTree, seed: number): SequencingState {
  const work = new Work(tree, { activities: {}, globals: {}, seed: seed | 0, draws: 0 }, 0);
  drawAtFirst(work);
  return work.state;
}

/**
 * OP.1: takes one request through navigation, termination, sequencing and delivery.
 * @param at when, in milliseconds: limits of time go by it, and what is shared with other packages is dated by it. Nothing here asks a clock
 */
export function navigate(
  tree: SequencingTree,
  before: SequencingState,
  request: NavigationRequest,
  at: number,
): Navigated {
  const navigated = processed(tree, before, request, at);
  if (navigated.state !== before) noteChanges(before, navigated.state, at);
  return navigated;
}

function processed(tree: SequencingTree, before: SequencingState, request: NavigationRequest, at: number): Navigated {
  const work = new Work(tree, before, at);
  work.note(`NB.2.1 ${request.kind}`);
  const meaning = meaningOf(work, request);
  if (typeof meaning === 'string') return refused(work, before, meaning);
  let next = meaning.sequencing;
  if (meaning.termination) {
    const { code, request: instead } = terminate(work, meaning.termination);
    if (code !== undefined) return refused(work, before, code);
    if (instead) next = instead;
  }
  const { deliver, ended = false, code, closed } = sequence(work, next);
  const stands = { state: work.state, path: work.path };
  if (ended) {
    delete work.state.current;
    return { ...stands, ended };
  }
  if (deliver === undefined)
    return {
      ...stands,
      ended,
      ...(code !== undefined && { refused: { code, ...(closed !== undefined && { closed }) } }),
    };
  const barred = whyNotDelivered(work, deliver);
  if (barred !== undefined) {
    work.note(`DB.1.1 ${barred}`);
    return { ...stands, ended, refused: { code: barred } };
  }
  open(work, deliver);
  return { ...stands, ended, delivered: deliver };
}

/** Opens an activity whatever the rules say: somebody has seen it open. One that cannot be opened at all changes nothing. */
export function openAnyway(
  tree: SequencingTree,
  before: SequencingState,
  activity: string,
  at: number,
): SequencingState {
  if (!tree.activities.get(activity)?.isLeaf) return before;
  const { state, delivered } = navigate(tree, before, { kind: 'jump', target: activity }, at);
  if (delivered === activity) return state;
  const work = new Work(tree, state, at);
  open(work, activity);
  noteChanges(state, work.state, at);
  return work.state;
}

const refused = ({ path }: Work, state: SequencingState, code: Code): Navigated => ({
  state,
  ended: false,
  refused: { code },
  path: [...path, code],
});

/** DB.1.1. */
export function whyNotDelivered(work: Work, activity: string): Code | undefined {
  if (!work.definition(activity).isLeaf) return 'DB.1.1-1';
  return isBarredOnTheWay(work, activity) ? 'DB.1.1-3' : undefined;
}

/** DB.2. */
function open(work: Work, activity: string): void {
  if (work.state.suspended === activity) delete work.state.suspended;
  else clearSuspended(work, activity);
  if (work.current !== undefined) terminateDescendentAttempts(work, activity);
  beginAttempts(work, activity);
  work.state.current = activity;
  work.note(`DB.2 ${activity}`);
}
