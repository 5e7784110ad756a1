/** Makes a change to the page that is the player's own. */
export type Own = (change: () => void) => void;

/** What a change of means that the page says something else. */
const TELLING = ['href', 'src', 'style', 'class', 'hidden', 'inert', 'sandbox', 'allow', 'data-save-state'];
const CHANGES = { childList: true, attributeFilter: TELLING };
const LOOK_EVERY_MS = 2000;

/**
 * Notices when something else than the player changes the player's page: a package shares its origin, and can. Whatever is
 * seen that no change of our own has made is somebody else's. That we are still in the page and nothing lies over
 * the bar is looked at again and again.
 */
export class Watch {
  private readonly observer: MutationObserver;

  constructor(private readonly onTouch: () => void) {
    this.observer = new MutationObserver(() => this.onTouch());
  }

  /**
   * @param whole parts in which nothing may change
   * @param frames parts whose own children and attributes may not change
   */
  over([bar, ...more]: [Element, ...Element[]], frames: Element[]): void {
    for (const part of [bar, ...more]) this.observer.observe(part, { ...CHANGES, subtree: true, characterData: true });
    for (const part of frames) this.observer.observe(part, CHANGES);
    const ours = [...document.body.children];
    const look = () => {
      if (!bar.isConnected || isCovered(bar, ours)) this.onTouch();
      setTimeout(look, LOOK_EVERY_MS);
    };
    setTimeout(look, LOOK_EVERY_MS);
  }

  readonly own: Own = (change) => {
    if (this.observer.takeRecords().length > 0) this.onTouch();
    try {
      change();
    } finally {
      this.observer.takeRecords();
    }
  };
}

/** Whether something lies over the bar that was not in the page. On a page in the background there is nothing to see. */
function isCovered(bar: Element, ours: Element[]): boolean {
  if (document.visibilityState !== 'visible') return false;
  const { left, top, width, height } = bar.getBoundingClientRect();
  return [0.1, 0.5, 0.9].some((share) => {
    const found = document.elementFromPoint(left + width * share, top + height / 2);
    return found !== null && found !== document.body && !ours.some((part) => part.contains(found));
  });
}
