import { FAILED } from './preview-words';
import { ask } from './requests';

/** "I could not finish", with why. */
export function couldNotFinishForm(form: HTMLFormElement, address: string, say: (words: string) => void): void {
  const field = form.querySelector<HTMLTextAreaElement>('#why')!;
  const line = form.querySelector<HTMLElement>('.field__error')!;
  const wrong = (words: string): void => {
    line.textContent = words === '' ? '' : `Error: ${words}`;
    line.hidden = words === '';
    if (words !== '') field.focus();
  };
  const send = async (): Promise<void> => {
    const why = field.value.trim();
    wrong(why === '' ? 'Enter what kept you from finishing' : '');
    if (why === '') return;
    const sent = await ask(`${address}/could-not-finish`, { why });
    if (!sent.ok) return wrong(sent.message ?? FAILED.unreachable);
    form.reset();
    form.hidden = true;
    const button = document.querySelector<HTMLElement>(`[aria-controls="${form.id}"]`)!;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
    say('The officers will see that you could not finish, and why.');
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
}
