import { endAttempt, terminateDescendentAttempts } from './attempts';
import { ruleThatHolds } from './conditions';
import { stopTime } from './durations';
import type { SequencingRequest } from './request';
import { rollUp } from './rollup';
import type { Code, Work } from './work';

export type TerminationRequest = 'exit' | 'exitAll' | 'suspendAll' | 'abandon' | 'abandonAll';

interface Terminated {
  code?: Code;
  /** Takes the place of what the learner asked for. */
  request?: SequencingRequest;
}

/** TB.2.3: what is open ends. */
export function terminate(work: Work, request: TerminationRequest): Terminated {
  work.note(`TB.2.3 ${request}`);
  const { current } = work;
  if (current === undefined) return { code: 'TB.2.3-1' };
  if ((request === 'exit' || request === 'abandon') && !work.seen(current).active) return { code: 'TB.2.3-2' };
  switch (request) {
    case 'exit':
      return exit(work);
    case 'exitAll':
      return exitAll(work);
    case 'suspendAll':
      return suspendAll(work, current);
    case 'abandon':
      abandon(work, current);
      return {};
    case 'abandonAll':
      for (const id of work.upFrom(current)) abandon(work, id);
      work.state.current = work.tree.root;
      return { request: { kind: 'exit' } };
  }
}

function exit(work: Work): Terminated {
  endAttempt(work, work.current!);
  exitActionRules(work);
  for (;;) {
    const current = work.current!;
    const action = postConditionRule(work, current);
    if (action === 'exitAll') return exitAll(work);
    if (action === 'retryAll') return { ...exitAll(work), request: { kind: 'retry' } };
    if (action === 'exitParent') {
      const parent = work.parent(current);
      if (parent === undefined) return { code: 'TB.2.3-4' };
      work.state.current = parent;
      endAttempt(work, parent);
      continue;
    }
    if (action === 'retry' || action === 'continue' || action === 'previous') return { request: { kind: action } };
    // The whole has ended, whatever the learner asked for.
    return current === work.tree.root ? { request: { kind: 'exit' } } : {};
  }
}

function exitAll(work: Work): Terminated {
  const current = work.current!;
  if (work.seen(current).active) endAttempt(work, current);
  terminateDescendentAttempts(work, work.tree.root);
  if (current !== work.tree.root || work.seen(work.tree.root).active) endAttempt(work, work.tree.root);
  work.state.current = work.tree.root;
  return { request: { kind: 'exit' } };
}

function suspendAll(work: Work, current: string): Terminated {
  const { active, suspended } = work.seen(current);
  if (active || suspended) {
    // The order matters: a rule may ask whether it is suspended.
    work.of(current).suspended = true;
    rollUp(work, current);
    work.state.suspended = current;
  } else {
    const parent = work.parent(current);
    if (parent === undefined) return { code: 'TB.2.3-3' };
    work.state.suspended = parent;
  }
  for (const id of work.upFrom(work.state.suspended)) {
    stopTime(work, id);
    Object.assign(work.of(id), { active: false, suspended: true });
  }
  work.state.current = work.tree.root;
  return { request: { kind: 'exit' } };
}

/** It ends without an end (UP.4): nothing is made of what it said. */
function abandon(work: Work, activity: string): void {
  stopTime(work, activity);
  work.of(activity).active = false;
}

/** TB.2.1: the highest group whose rule says so ends. */
function exitActionRules(work: Work): void {
  const above = work.downTo(work.current!).slice(0, -1);
  const target = above.find((id) => ruleThatHolds(work, id, 'exit', 'exit'));
  if (target === undefined) return;
  work.note(`TB.2.1 ${target}`);
  terminateDescendentAttempts(work, target);
  endAttempt(work, target);
  work.state.current = target;
}

/** TB.2.2. */
function postConditionRule(work: Work, activity: string) {
  if (work.seen(activity).suspended) return undefined;
  const rules = ['exitParent', 'exitAll', 'retry', 'retryAll', 'continue', 'previous'] as const;
  const action = ruleThatHolds(work, activity, 'post', ...rules);
  if (action !== undefined) work.note(`TB.2.2 ${action} ${activity}`);
  return action;
}
