import { FAILED } from './preview-words';
import { ask } from './requests';

/** "I could not finish", with why. */
export class CouldNotFinishForm {
  constructor(
    private readonly form: HTMLFormElement,
    private readonly address: string,
    private readonly say: (words: string) => void,
  ) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send();
    });
  }

  private async send(): Promise<void> {
    const field = this.form.querySelector<HTMLTextAreaElement>('#why')!;
    const why = field.value.trim();
    this.show(why === '' ? 'Enter what kept you from finishing' : '');
    if (why === '') return field.focus();
    const sent = await ask(`${this.address}/could-not-finish`, { why });
    if (!sent.ok) {
      this.show(sent.message ?? FAILED.unreachable);
      return field.focus();
    }
    this.form.reset();
    this.form.hidden = true;
    const button = document.querySelector<HTMLElement>(`[aria-controls="${this.form.id}"]`)!;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
    this.say('The officers will see that you could not finish, and why.');
  }

  private show(words: string): void {
    const line = this.form.querySelector<HTMLElement>('.field__error')!;
    line.textContent = words === '' ? '' : `Error: ${words}`;
    line.hidden = words === '';
  }
}
