/**
 * Keeps the content from starting, before the parser has reached its frame: the frame is emptied in the moment it
 * appears, when its document can only have been asked for.
 */
export function holdFrame(): void {
  if (empty()) return;
  const observer = new MutationObserver(() => {
    if (empty()) observer.disconnect();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
}

function empty(): boolean {
  const frame = document.querySelector<HTMLIFrameElement>('#sco');
  if (frame) frame.src = 'about:blank';
  return frame !== null;
}
