import { endAttempt, terminateDescendentAttempts } from './attempts';
import { whyNotChosen } from './choice';
import { type Direction, flow, type Flowed } from './flow';
import type { SequencingRequest } from './request';
import { forgetOfOneAttempt } from './shared';
import type { Code, Work } from './work';

/** SB.2.12: what comes next. */
export interface Sequenced {
  deliver?: string;
  /** Nothing is left, or the whole has ended. */
  ended?: true;
  code?: Code;
  /** The activity that the way onward comes to, and that is closed. */
  closed?: string;
}

export function sequence(work: Work, request: SequencingRequest): Sequenced {
  work.note(`SB.2.12 ${request.kind}`);
  switch (request.kind) {
    case 'start':
      return start(work);
    case 'resumeAll':
      return resumeAll(work);
    case 'exit':
      return exit(work);
    case 'retry':
      return retry(work);
    case 'continue':
      return onward(work, 'forward', ['SB.2.7-1', 'SB.2.7-2']);
    case 'previous':
      return onward(work, 'backward', ['SB.2.8-1', 'SB.2.8-2']);
    case 'choice':
      return choice(work, request.target);
    case 'jump':
      return work.current === undefined ? { code: 'SB.2.13-1' } : { deliver: request.target };
  }
}

/** SB.2.5. */
function start(work: Work): Sequenced {
  if (work.current !== undefined) return { code: 'SB.2.5-1' };
  const { root } = work.tree;
  // Where a part of it was suspended, the same attempt goes on.
  if (!work.seen(root).suspended) forget(work);
  if (work.definition(root).isLeaf) return { deliver: root };
  return delivered(flowed(work, root, 'forward', true), 'SB.2.5-2');
}

/** SB.2.6. */
function resumeAll(work: Work): Sequenced {
  if (work.current !== undefined) return { code: 'SB.2.6-1' };
  return work.state.suspended === undefined ? { code: 'SB.2.6-2' } : { deliver: work.state.suspended };
}

/** SB.2.7 and SB.2.8. */
function onward(work: Work, direction: 'forward' | 'backward', [none, closed]: [Code, Code]): Sequenced {
  const { current } = work;
  if (current === undefined) return { code: none };
  const parent = work.parent(current);
  if (parent !== undefined && !work.definition(parent).flow) return { code: closed };
  return delivered(flowed(work, current, direction, false));
}

/** SB.2.10. */
function retry(work: Work): Sequenced {
  const { current } = work;
  if (current === undefined) return { code: 'SB.2.10-1' };
  const { active, suspended } = work.seen(current);
  if (active || suspended) return { code: 'SB.2.10-2' };
  if (current === work.tree.root) forget(work);
  if (work.definition(current).isLeaf) return { deliver: current };
  return delivered(flowed(work, current, 'forward', true), 'SB.2.10-3');
}

/** SB.2.11. */
function exit(work: Work): Sequenced {
  const { current } = work;
  if (current === undefined) return { code: 'SB.2.11-1' };
  if (work.seen(current).active) return { code: 'SB.2.11-2' };
  return current === work.tree.root ? { ended: true } : {};
}

/** SB.2.9. */
function choice(work: Work, target: string): Sequenced {
  const code = whyNotChosen(work, target);
  if (code !== undefined) return { code };
  if (work.definition(target).isLeaf) return { deliver: target };
  const found = flowed(work, target, 'forward', true);
  if (found.deliverable) return { deliver: found.activity };
  // The learner stands at the group that was chosen, and nothing of it is open.
  const ancestor = work.current === undefined ? work.tree.root : work.commonAncestor(work.current, target);
  terminateDescendentAttempts(work, ancestor);
  endAttempt(work, ancestor);
  work.state.current = target;
  return { code: 'SB.2.9-9' };
}

/** SB.2.3; whoever comes to the end of the tree has left all of it. */
function flowed(work: Work, from: string, direction: Direction, considerChildren: boolean): Flowed {
  const found = flow(work, from, direction, considerChildren);
  if (found.ended) terminateDescendentAttempts(work, work.tree.root);
  return found;
}

function forget(work: Work): void {
  forgetOfOneAttempt(work.tree, work.state);
  work.changed();
}

const delivered = ({ activity, deliverable, ended, code }: Flowed, otherwise?: Code): Sequenced => {
  if (deliverable) return { deliver: activity };
  return { ...failed({ ended, code: code ?? otherwise }), ...(code === 'SB.2.2-2' && { closed: activity }) };
};

const failed = ({ ended, code }: { ended: true | undefined; code: Code | undefined }): Sequenced => ({
  ...(ended && { ended }),
  ...(code !== undefined && !ended && { code }),
});
