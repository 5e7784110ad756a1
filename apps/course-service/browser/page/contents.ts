import type { ContentsItem, ScoStatus } from '../launch/launch-state';
import { say } from '../speech/say';

/** The parts that can be opened, in reading order. */
export function playable(items: ContentsItem[]): string[] {
  return items.flatMap((item) => [...(item.href === undefined ? [] : [item.id]), ...playable(item.children)]);
}

/** A part's status in words. */
export function statusWords({ completion, success }: ScoStatus): string {
  if (success === 'passed') return say('Passed');
  if (success === 'failed') return say('Not passed yet');
  if (completion === 'completed') return say('Done');
  return completion === 'incomplete' ? say('Started') : say('Not started');
}

/** `done` draws a tick, `started` half a circle. */
export function statusMark({ completion, success }: ScoStatus): 'done' | 'started' | 'open' {
  if (success === 'passed' || (completion === 'completed' && success !== 'failed')) return 'done';
  return completion === 'incomplete' || completion === 'completed' || success === 'failed' ? 'started' : 'open';
}

const WIDE = window.matchMedia('(min-width: 56rem)');

/** The table of contents: free choice, where you are, and what is done. A drawer on a small screen. */
export class Contents {
  constructor(
    private readonly panel: HTMLElement,
    private readonly toggle: HTMLButtonElement,
    onOpen: (id: string) => void,
  ) {
    panel.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-open-sco]');
      if (!button || button.getAttribute('aria-disabled') === 'true') return;
      if (!this.isBeside()) this.show(false);
      onOpen(button.dataset.openSco!);
    });
    toggle.addEventListener('click', () => this.show(toggle.getAttribute('aria-expanded') !== 'true'));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.isBeside() && toggle.getAttribute('aria-expanded') === 'true') {
        this.show(false);
        toggle.focus();
      }
    });
    this.show(this.isBeside());
    // A tablet that is turned: what stood beside the module would lie over it.
    WIDE.addEventListener('change', () => this.show(this.isBeside()));
  }

  mark(id: string, status: ScoStatus): void {
    const button = this.button(id);
    if (!button) return;
    button.dataset.status = statusMark(status);
    button.querySelector('[data-status-words]')!.textContent = statusWords(status);
  }

  /** Shows which part is open. */
  current(id: string): void {
    for (const button of this.panel.querySelectorAll('[data-open-sco]')) button.removeAttribute('aria-current');
    const now = this.button(id);
    now?.setAttribute('aria-current', 'true');
    now?.scrollIntoView({ block: 'nearest' });
  }

  /** Says of each line whether it can be chosen now, and why not. @param of nothing is known of a line: it stays as it was */
  choices(of: (id: string) => { shown: boolean; why?: string }): void {
    for (const button of this.panel.querySelectorAll<HTMLElement>('[data-open-sco]')) {
      const { shown, why } = of(button.dataset.openSco!);
      button.hidden = !shown;
      button.setAttribute('aria-disabled', String(why !== undefined));
      button.querySelector('[data-why]')!.textContent = why ?? '';
    }
  }

  /** Leads to them: to the first part that can be chosen. */
  lookAt(): void {
    this.show(true);
    this.panel.querySelector<HTMLElement>('[data-open-sco]:not([hidden], [aria-disabled="true"])')?.focus();
  }

  private button(id: string): HTMLElement | undefined {
    return [...this.panel.querySelectorAll<HTMLElement>('[data-open-sco]')].find(
      (button) => button.dataset.openSco === id,
    );
  }

  private show(shown: boolean): void {
    this.toggle.setAttribute('aria-expanded', String(shown));
    this.panel.hidden = !shown;
    if (shown && !this.isBeside()) {
      (this.panel.querySelector<HTMLElement>('[aria-current]') ?? this.panel.querySelector('button'))?.focus();
    }
  }

  private isBeside(): boolean {
    return WIDE.matches;
  }
}
