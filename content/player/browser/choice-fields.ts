import type { AnswerFields } from './answer-fields';
import { all, one } from './dom';

/** Radio buttons and check boxes: the letters chosen, in their order. */
export function choiceFields(form: HTMLElement): AnswerFields {
  const inputs = all<HTMLInputElement>('input', form);
  const many = inputs[0]!.type === 'checkbox';
  return {
    read: () =>
      inputs
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(''),
    fill: (answer) => inputs.forEach((input) => (input.checked = answer.includes(input.value))),
    missing: many ? 'select at least one answer' : 'select an answer',
    first: () => inputs[0]!,
    words: (answer) =>
      inputs.filter(({ value }) => answer.includes(value)).map(({ id }) => one(`label[for="${id}"]`, form).innerHTML),
  };
}
