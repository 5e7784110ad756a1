/** The button is only there when the browser can do it. */
export function fullScreenButton(button: HTMLButtonElement): void {
  if (!document.fullscreenEnabled) return;
  button.hidden = false;
  const label = button.querySelector('[data-label]')!;
  button.addEventListener('click', () => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen();
    change.catch(() => {});
  });
  document.addEventListener('fullscreenchange', () => {
    label.textContent = document.fullscreenElement ? 'Leave full screen' : 'Full screen';
  });
}
