import { speak, type Speech } from '../speech/say';
import type { DispatchState } from '../dispatch/dispatch-state';

/** What the server put into the page of a module that is tried without an account. Nothing of whoever learns. */
export interface TasterState extends Pick<DispatchState, 'title' | 'tree' | 'files'> {
  versionId: string;
  /** The module's page on the site. */
  backUrl: string;
  /** Present when the page is not in English. */
  speech?: Speech;
}

export function readTasterState(): TasterState {
  const element = document.querySelector('#launch-state')!;
  const state = JSON.parse(element.textContent) as TasterState;
  element.remove();
  speak(state.speech);
  return state;
}
