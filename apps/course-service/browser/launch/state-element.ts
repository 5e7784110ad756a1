import { speak } from '../speech/say';
import type { LaunchState } from './launch-state';

/** The state travels with the page: no second round trip before the content starts. */
export function readState(): LaunchState {
  const element = document.querySelector('#launch-state')!;
  const state = JSON.parse(element.textContent) as LaunchState;
  element.remove();
  speak(state.speech);
  return state;
}
