import { say } from '../speech/say';
import type { Own } from './watch';

/** The button is only there when the browser can do it. */
export function fullScreenButton(button: HTMLButtonElement, own: Own): void {
  if (!document.fullscreenEnabled) return;
  own(() => (button.hidden = false));
  const label = button.querySelector('[data-label]')!;
  button.addEventListener('click', () => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen();
    change.catch(() => {});
  });
  document.addEventListener('fullscreenchange', () => {
    own(() => (label.textContent = document.fullscreenElement ? say('Leave full screen') : say('Full screen')));
  });
}
