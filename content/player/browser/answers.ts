import type { AnswerFields } from './answer-fields';
import { choiceFields } from './choice-fields';
import { all, one } from './dom';
import { matchingFields } from './matching-fields';
import { numberField } from './number-field';
import { orderingFields } from './ordering-fields';

const FIELDS: Record<string, (form: HTMLElement) => AnswerFields> = {
  matching: matchingFields,
  ordering: orderingFields,
  number: numberField,
};

export function fieldsOf(form: HTMLElement): AnswerFields {
  return (FIELDS[form.dataset.kind!] ?? choiceFields)(form);
}

/** What keys and buttons in the forms do, apart from handing an answer in. */
export function startFields(): void {
  for (const form of all('form.question')) fieldsOf(form).fill('');
}

/** Asks for an answer when there is none; true when there is one. */
export function hasAnswer(form: HTMLElement): boolean {
  const fields = fieldsOf(form);
  const missing = fields.read() === '';
  const error = one('.error', form);
  form.classList.toggle('invalid', missing);
  error.hidden = !missing;
  error.textContent = missing ? `Error: ${fields.missing}` : '';
  const hint = error.id.replace('-error', '-hint');
  one('fieldset', form).setAttribute('aria-describedby', missing ? `${error.id} ${hint}` : hint);
  if (missing) fields.first().focus();
  return !missing;
}

export const questionText = (form: HTMLElement) => one('legend', form).textContent.trim();
