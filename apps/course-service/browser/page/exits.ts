interface NavigateEvent extends Event {
  navigationType: 'push' | 'replace' | 'reload' | 'traverse';
  hashChange: boolean;
  downloadRequest: string | null;
  cancelable: boolean;
  destination: { url: string };
}

/**
 * Content written for a pop-up leaves by `top.close()` or by sending `top` to another page. Neither takes the member away:
 * it means that the content is done.
 * @param mayLeave true while the player itself is leaving
 */
export function keepContentFromLeaving(mayLeave: () => boolean, onClose: () => void): void {
  window.close = onClose;
  const { navigation } = window as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { navigationType, hashChange, downloadRequest, cancelable, destination } = event as NavigateEvent;
    const isContents = navigationType === 'push' || navigationType === 'replace';
    if (mayLeave() || !isContents || hashChange || downloadRequest !== null || !cancelable) return;
    event.preventDefault();
    // `mailto:` and the like open another program; the browser does not ask us, but others may.
    if (/^https?:|^about:/.test(destination.url)) onClose();
  });
}
