import type { AnswerFields } from './answer-fields';
import { digitsOf } from './digits';
import { one } from './dom';

/** A field for a number. */
export function numberField(form: HTMLElement): AnswerFields {
  const input = one<HTMLInputElement>('input', form);
  return {
    read: () => digitsOf(input.value),
    fill: (answer) => (input.value = answer),
    missing: 'write a number in digits',
    first: () => input,
    words: (answer) => [`${answer} ${one('.number', form).dataset.unit}`.trim()],
  };
}
