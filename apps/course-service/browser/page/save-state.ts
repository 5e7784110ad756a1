export type SaveState = 'ready' | 'saving' | 'saved' | 'failed' | 'ended';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

export const clockTime = (iso: string): string => CLOCK.format(new Date(iso));

export function saveText(state: SaveState, savedAt: string | null): string {
  if (state === 'failed') return 'Not saved: we keep trying';
  if (state === 'ended') return 'Not saved here';
  if (state === 'saving') return 'Saving…';
  return savedAt ? `Saved ${clockTime(savedAt)}` : 'Nothing to save yet';
}

/**
 * What a screen reader is told. Content saves every few seconds: only trouble, its end, and the first success are worth
 * an interruption.
 */
export function announcement(
  before: SaveState,
  now: SaveState,
  isFirst: boolean,
  savedAt: string | null,
): string | null {
  if (now === 'failed' && before !== 'failed') return saveText(now, savedAt);
  if (now === 'saved' && (before === 'failed' || isFirst)) return saveText(now, savedAt);
  return null;
}

/** Shows whether what the member did is on the server. */
export class SaveDisplay {
  private state: SaveState = 'ready';
  private hadTrouble = false;
  private hasSaved = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly announcer: HTMLElement,
    private savedAt: string | null,
  ) {
    this.draw('ready');
  }

  saving(): void {
    // In trouble the words stay until it is over.
    if (this.state !== 'failed' && this.state !== 'ended') this.draw('saving');
  }
  saved(at: string): void {
    this.savedAt = at;
    this.announce('saved');
    this.hasSaved = true;
    this.hadTrouble = false;
    this.draw('saved');
  }
  failed(): void {
    this.announce('failed');
    this.hadTrouble = true;
    this.draw('failed');
  }
  ended(): void {
    this.draw('ended');
  }

  private announce(now: SaveState): void {
    const words = announcement(this.hadTrouble ? 'failed' : this.state, now, !this.hasSaved, this.savedAt);
    if (words) this.announcer.textContent = words;
  }

  private draw(state: SaveState): void {
    this.state = state;
    this.element.dataset.saveState = state;
    this.element.querySelector('[data-save-text]')!.textContent = saveText(state, this.savedAt);
  }
}
