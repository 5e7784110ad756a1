import type { ActivityTree } from '@induct/scorm';

/** What the server put into the page of a dispatched module. Nothing of whoever learns: that is their learning system's. */
export interface DispatchState {
  /** Where this page tells that it is still there. */
  stillUrl: string;
  pass: string;
  title: string;
  tree: ActivityTree;
  /** Where the files are, with a slash at its end. */
  files: string;
}

export function readDispatchState(): DispatchState {
  const element = document.querySelector('#launch-state')!;
  const state = JSON.parse(element.textContent) as DispatchState;
  element.remove();
  return state;
}
