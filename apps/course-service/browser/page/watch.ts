import { isInSight, liesOver } from './in-sight';

/** Makes a change to the page that is the player's own. */
export type Own = (change: () => void) => void;

/** What a change of means that the page says something else. */
const TELLING = ['href', 'src', 'style', 'class', 'hidden', 'inert', 'sandbox', 'allow', 'data-save-state'];
const CHANGES = { childList: true, attributeFilter: TELLING };
const LOOK_EVERY_MS = 2000;
/** Parts whose words we change, and where nothing is ever put in. */
const WORDS_ONLY = '#contents, .skip-link, [data-announce]';
const INSERTIONS = { childList: true, subtree: true };

/** Not by setTimeout: whoever is of this origin can clear all timers of the page by their numbers. */
const later = (act: () => void): void =>
  AbortSignal.timeout(LOOK_EVERY_MS).addEventListener('abort', act, { once: true });

/**
 * Notices when something else than the player changes the player's page: a package shares its origin, and can. Whatever is
 * seen that no change of our own has made is somebody else's. That we are still in the page and nothing lies over
 * the bar is looked at again and again.
 */
export class Watch {
  private readonly observer: MutationObserver;
  private readonly insertions: MutationObserver;

  constructor(private readonly onTouch: () => void) {
    this.observer = new MutationObserver(() => this.onTouch());
    this.insertions = new MutationObserver((records) => {
      if (records.some(({ addedNodes }) => [...addedNodes].some((node) => node instanceof Element))) this.onTouch();
    });
  }

  /**
   * @param whole parts in which nothing may change
   * @param frames parts whose own children and attributes may not change
   */
  over([bar, ...more]: [Element, ...Element[]], frames: Element[]): void {
    for (const part of [bar, ...more]) this.observer.observe(part, { ...CHANGES, subtree: true, characterData: true });
    for (const part of frames) this.observer.observe(part, CHANGES);
    for (const part of document.querySelectorAll(WORDS_ONLY)) this.insertions.observe(part, INSERTIONS);
    const ours = [document.head, ...document.body.children];
    const look = () => {
      if (!bar.isConnected || !isInSight(bar) || liesOver(bar, ours)) this.onTouch();
      later(look);
    };
    later(look);
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
