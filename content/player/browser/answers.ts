import { all, one } from './dom';

/** The letters selected in a question's form, in order: "", "b", "ac". */
export function chosenIn(form: HTMLElement): string {
  return all<HTMLInputElement>('input:checked', form)
    .map(({ value }) => value)
    .join('');
}

export function choose(form: HTMLElement, letters: string): void {
  for (const input of all<HTMLInputElement>('input', form)) input.checked = letters.includes(input.value);
}

/** Asks for an answer when there is none; true when there is one. */
export function hasAnswer(form: HTMLElement): boolean {
  const missing = chosenIn(form) === '';
  const error = one('.error', form);
  const many = form.querySelector('input[type=checkbox]') !== null;
  form.classList.toggle('invalid', missing);
  error.hidden = !missing;
  error.textContent = missing ? `Error: select ${many ? 'at least one answer' : 'an answer'}` : '';
  const fieldset = one('fieldset', form);
  fieldset.setAttribute(
    'aria-describedby',
    missing ? `${error.id} ${error.id.replace('-error', '-hint')}` : error.id.replace('-error', '-hint'),
  );
  if (missing) one('input', form).focus();
  return !missing;
}
