interface NavigateEvent extends Event {
  navigationType: 'push' | 'replace' | 'reload' | 'traverse';
  hashChange: boolean;
  downloadRequest: string | null;
  cancelable: boolean;
}

/**
 * Content written for a pop-up leaves by `top.close()` or by sending `top` to another page. Both end in the members'
 * area, never on a blank page or on a page of the package.
 * @param mayLeave true while the player itself is leaving
 */
export function keepContentFromLeaving(mayLeave: () => boolean, onLeave: () => void): void {
  window.close = onLeave;
  const { navigation } = window as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { navigationType, hashChange, downloadRequest, cancelable } = event as NavigateEvent;
    const isContents = navigationType === 'push' || navigationType === 'replace';
    if (mayLeave() || !isContents || hashChange || downloadRequest !== null || !cancelable) return;
    event.preventDefault();
    onLeave();
  });
}
