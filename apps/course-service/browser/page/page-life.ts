interface PageLife {
  visible: (visible: boolean) => void;
  leaving: (leaving: boolean) => void;
  networkIsBack: () => void;
}

/** Somebody may change their mind when asked whether to leave. */
const STAYED_AFTER_MS = 3000;

/** Listens to what happens to the page. @returns whether it is being unloaded */
export function listenToPage({ visible, leaving, networkIsBack }: PageLife): () => boolean {
  let unloading = false;
  document.addEventListener('visibilitychange', () => visible(document.visibilityState === 'visible'));
  window.addEventListener('pagehide', () => leaving(true));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) leaving(false);
  });
  window.addEventListener('online', networkIsBack);
  window.addEventListener('beforeunload', () => {
    unloading = true;
    setTimeout(() => (unloading = false), STAYED_AFTER_MS);
  });
  return () => unloading;
}
