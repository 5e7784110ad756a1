import type { AnswerFields } from './answer-fields';
import { all, one } from './dom';
import { inOrder } from './letters';

/** Radio buttons and check boxes: the letters chosen, in the order of letters, wherever the choices stand. */
export function choiceFields(form: HTMLElement): AnswerFields {
  const inputs = all<HTMLInputElement>('input', form);
  const many = inputs[0]!.type === 'checkbox';
  return {
    read: () => inOrder(inputs.filter(({ checked }) => checked).map(({ value }) => value)).join(''),
    fill: (answer) => inputs.forEach((input) => (input.checked = answer.includes(input.value))),
    missing: many ? 'select at least one answer' : 'select an answer',
    first: () => inputs[0]!,
    words: (answer) =>
      answer.split('').flatMap((letter) => {
        const input = inputs.find(({ value }) => value === letter);
        return input ? [one(`label[for="${input.id}"]`, form).innerHTML] : [];
      }),
  };
}
