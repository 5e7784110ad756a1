import type { Asked } from '../launch/asked';
import { say } from '../speech/say';
import type { Own } from './watch';

/** A button is there when the module lets learners use it at all. */
export interface MovesShown {
  /** Not there at all. */
  hidden: readonly Asked[];
  /** It leads somewhere now. "Continue" can be pressed all the same: then it says why it does not. */
  possible: Record<'continue' | 'previous', boolean>;
}

/** Continue, Previous and the way to end an attempt, beside a module whose parts have an order. */
export class Moves {
  private shown: MovesShown | undefined;

  constructor(
    private readonly bar: HTMLElement,
    private readonly own: Own,
    onAsk: (asked: Asked) => void,
  ) {
    bar.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-nav]');
      if (button && button.getAttribute('aria-disabled') !== 'true') onAsk(button.dataset.nav as Asked);
    });
  }

  show(now: MovesShown): void {
    const before = this.shown;
    this.shown = now;
    this.own(() => {
      for (const button of this.bar.querySelectorAll<HTMLElement>('[data-nav]')) {
        const asked = button.dataset.nav as Asked;
        button.hidden = now.hidden.includes(asked);
        button.setAttribute('aria-disabled', String(asked === 'previous' && !now.possible.previous));
        if (asked === 'continue') button.classList.toggle('moves__waits', !now.possible.continue);
      }
      this.bar.hidden = [...this.bar.querySelectorAll<HTMLElement>('[data-nav]')].every(({ hidden }) => hidden);
    });
    if (before && now.possible.continue !== before.possible.continue) this.say(now);
  }

  /** In a line of its own: what is said of saving must not push it away. */
  private say({ possible, hidden }: MovesShown): void {
    const isNews = possible.continue && !hidden.includes('continue');
    this.own(() => {
      this.bar.querySelector('[data-moves-said]')!.textContent = isNews
        ? say('You can continue to the next part.')
        : '';
    });
  }

  /** While a part is exchanged nothing can be asked. */
  wait(): void {
    this.own(() => {
      for (const button of this.bar.querySelectorAll('[data-nav]')) button.setAttribute('aria-disabled', 'true');
    });
  }
}
