import type { Beside } from './beside';
import { couldNotFinishForm } from './could-not-finish';
import { FindingForm } from './finding-form';
import { FindingList } from './finding-list';

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const BESIDE = '(min-width: 64rem)';

/** The testing panel: beside the module where there is room, below it where there is not, never over it. */
export class Panel {
  private readonly panel = find('#panel')!;
  private readonly toggle = find('[data-panel-toggle]')!;
  private readonly list: FindingList;
  private readonly form: FindingForm | undefined;

  constructor(private readonly beside: Beside) {
    this.list = new FindingList(beside, (to, words) => void this.move(to, words, '#findings'));
    const form = find<HTMLFormElement>('[data-finding-form]');
    if (form) {
      this.form = new FindingForm(form, this.panel, beside, (number) => {
        say('#record', `Finding ${number} is recorded.`);
        void this.list.load();
      });
    }
    const couldNot = find<HTMLFormElement>('[data-could-not-finish]');
    if (couldNot) couldNotFinishForm(couldNot, beside.address, (words) => say('#more', words));
    for (const button of this.panel.querySelectorAll<HTMLElement>('[data-discloses]')) discloses(button);
    this.toggle.addEventListener('click', () => this.show(Boolean(this.panel.hidden), true));
    this.panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.isBeside()) return;
      this.show(false);
      this.toggle.focus();
    });
    find('[data-restart]')!.addEventListener(
      'click',
      () => void this.move({}, 'Going back to the beginning…', '#more'),
    );
  }

  start(): void {
    this.show(this.isBeside());
    this.showPlace();
    void this.list.load();
  }

  showPlace(): void {
    const line = find('[data-place]');
    const words = this.beside.words(this.beside.place());
    if (line && line.textContent !== words) line.textContent = words;
  }

  private show(shown: boolean, takesFocus = false): void {
    this.panel.hidden = !shown;
    this.toggle.setAttribute('aria-expanded', String(shown));
    if (shown && takesFocus) find('#panel-title')!.focus();
  }

  /** The page is loaded anew: what is half written comes along. */
  private async move(to: { findingId?: string }, words: string, where: string): Promise<void> {
    say(where, words);
    this.form?.keepDraft();
    const problem = await this.beside.move(to);
    if (problem) say(where, problem);
  }

  private isBeside(): boolean {
    return window.matchMedia(BESIDE).matches;
  }
}

/** A button that shows and hides what it controls. */
function discloses(button: HTMLElement): void {
  const what = document.getElementById(button.getAttribute('aria-controls')!)!;
  button.addEventListener('click', () => {
    what.hidden = !what.hidden;
    button.setAttribute('aria-expanded', String(!what.hidden));
  });
}

/** Said where the tester pressed, to those who look and those who listen. */
function say(where: string, words: string): void {
  const line = find(`${where} [data-said]`)!;
  line.textContent = words;
  line.scrollIntoView({ block: 'nearest' });
}
