import { whyNotChosen } from './choice';
import type { SequencingTree } from './definition';
import { flow } from './flow';
import { meaningOf } from './navigation';
import { navigate, whyNotDelivered } from './navigate';
import type { NavigationRequest } from './request';
import type { SequencingState } from './state';
import { terminate } from './termination';
import { type Code, Work } from './work';

/** It leads somewhere; or the code of the reason why it does not. */
export type May = true | Code;

/** What a learner may ask for as things stand. */
export interface Available {
  continue: May;
  previous: May;
  exit: May;
  exitAll: May;
  abandon: May;
  abandonAll: May;
  suspendAll: May;
  /** By the id of the activity. */
  choice: Record<string, May>;
  readonly jump: Record<string, May>;
}

/** Tries everything that could be asked, and changes nothing. */
export function available(tree: SequencingTree, state: SequencingState, at: number): Available {
  const leads = (kind: 'continue' | 'previous'): May => {
    const { delivered, ended, refused } = navigate(tree, state, { kind }, at);
    return delivered !== undefined || ended || (refused?.code ?? NOWHERE);
  };
  const now = new Work(tree, state, at);
  const means = (request: NavigationRequest): May => {
    const meaning = meaningOf(now, request);
    return typeof meaning === 'string' ? meaning : true;
  };
  const then = afterwards(tree, state, now);
  const ofEach = (may: (target: string) => May): Record<string, May> =>
    Object.fromEntries([...tree.activities.keys()].map((target) => [target, may(target)]));
  let jumps: Record<string, May> | undefined;
  return {
    continue: leads('continue'),
    previous: leads('previous'),
    exit: means({ kind: 'exit' }),
    exitAll: means({ kind: 'exitAll' }),
    abandon: means({ kind: 'abandon' }),
    abandonAll: means({ kind: 'abandonAll' }),
    suspendAll: means({ kind: 'suspendAll' }),
    choice: ofEach((target) => {
      const chosen = means({ kind: 'choice', target });
      return chosen === true ? mayChoose(then, target) : chosen;
    }),
    // Seldom asked, and as long as the choices.
    get jump() {
      jumps ??= ofEach((target) => {
        const jumped = tree.rules.jumps ? means({ kind: 'jump', target }) : 'NB.2.1-13';
        return jumped === true ? (whyNotDelivered(then, target) ?? true) : jumped;
      });
      return jumps;
    },
  };
}

/** Nothing speaks against it, and yet nothing comes of it. */
const NOWHERE = 'SB.2.12-1';

/** As if what is open had ended: choices are looked at from there. */
function afterwards(tree: SequencingTree, state: SequencingState, now: Work): Work {
  const { current } = state;
  if (current === undefined || !now.seen(current).active) return now;
  const work = new Work(tree, state, now.at);
  terminate(work, 'exit');
  return work;
}

function mayChoose(work: Work, target: string): May {
  const code = whyNotChosen(work, target);
  if (code !== undefined) return code;
  if (work.definition(target).isLeaf) return whyNotDelivered(work, target) ?? true;
  const found = flow(work, target, 'forward', true);
  return found.deliverable ? (whyNotDelivered(work, found.activity) ?? true) : (found.code ?? NOWHERE);
}
