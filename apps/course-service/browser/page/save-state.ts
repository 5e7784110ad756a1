import { say } from '../speech/say';
import type { Own } from './watch';

/** `kept`: the server will not take it, so it stays on this device. */
export type SaveState = 'ready' | 'saving' | 'saved' | 'failed' | 'kept' | 'ended';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

export const clockTime = (iso: string): string => CLOCK.format(new Date(iso));

/** @param device whether this device keeps what the server does not have yet */
function saveText(state: SaveState, savedAt: string | null, device = true): string {
  if (state === 'failed') return device ? say('Not saved: we keep trying') : say('Not saved: keep this page open');
  if (state === 'kept') return device ? say('Not saved: kept on this device') : say('Not saved');
  if (state === 'ended') return say('Not saved here');
  if (state === 'saving') return say('Saving…');
  return savedAt ? say('Saved ⟨0⟩', clockTime(savedAt)) : say('Nothing to save yet');
}

/**
 * What a screen reader is told. Content saves every few seconds: only trouble, its end, and the first success are worth
 * an interruption.
 */
function announcement(
  before: SaveState,
  now: SaveState,
  isFirst: boolean,
  savedAt: string | null,
  device = true,
): string | null {
  if ((now === 'failed' || now === 'kept') && before !== now) return saveText(now, savedAt, device);
  if (now === 'saved' && (isTrouble(before) || isFirst)) return saveText(now, savedAt);
  return null;
}

const isTrouble = (state: SaveState): boolean => state === 'failed' || state === 'kept';

/** Shows whether what the member did is on the server. */
export class SaveDisplay {
  private state: SaveState = 'ready';
  private hasSaved = false;
  private device = true;

  constructor(
    private readonly element: HTMLElement,
    private readonly announcer: HTMLElement,
    private savedAt: string | null,
    private readonly own: Own,
  ) {
    this.draw('ready');
  }

  saving(): void {
    // In trouble the words stay until it is over.
    if (!isTrouble(this.state) && this.state !== 'ended') this.draw('saving');
  }
  saved(at: string): void {
    this.savedAt = at;
    this.announce('saved');
    this.hasSaved = true;
    this.draw('saved');
  }
  failed(): void {
    this.announce('failed');
    this.draw('failed');
  }
  kept(): void {
    this.announce('kept');
    this.draw('kept');
  }
  ended(): void {
    this.draw('ended');
  }
  /** Somebody else may have written something else. */
  redraw(): void {
    this.draw(this.state);
  }
  /** Whether this device keeps what the server does not have yet. */
  deviceKeeps(keeps: boolean): void {
    if (this.device === keeps) return;
    this.device = keeps;
    this.draw(this.state);
  }

  private announce(now: SaveState): void {
    const words = announcement(this.state, now, !this.hasSaved, this.savedAt, this.device);
    if (words) this.announcer.textContent = words;
  }

  private draw(state: SaveState): void {
    this.state = state;
    this.own(() => {
      this.element.dataset.saveState = state;
      this.element.querySelector('[data-save-text]')!.textContent = saveText(state, this.savedAt, this.device);
    });
  }
}
