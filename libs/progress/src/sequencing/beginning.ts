import { newSequencing, type SequencingState, type SequencingTree } from '@induct/scorm';

/** Where an attempt begins. What is drawn at random is drawn with its own id, so it is the same wherever it is worked out. */
export function beginning(tree: SequencingTree, attemptId: string): SequencingState {
  return newSequencing(tree, Number.parseInt(attemptId.replaceAll('-', '').slice(-7), 16));
}
