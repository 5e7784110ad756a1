import type { AnswerFields } from './answer-fields';
import { all, one } from './dom';

/** Letters that a list shows on a phone. */
const SHOWN = 24;

/** A list for each item: one letter an item. There is an answer when every item has one. */
export function matchingFields(form: HTMLElement): AnswerFields {
  const lists = all<HTMLSelectElement>('select', form);
  form.onchange = () => lists.forEach(showInFull);
  return {
    read: () => (lists.every(({ value }) => value !== '') ? lists.map(({ value }) => value).join('') : ''),
    fill: (answer) =>
      lists.forEach((list, index) => {
        list.value = answer[index] ?? '';
        showInFull(list);
      }),
    missing: 'choose one for each',
    first: () => lists.find(({ value }) => value === '') ?? lists[0]!,
    words: (answer) =>
      lists.map((list, index) => {
        const item = one(`label[for="${list.id}"]`, form).innerHTML;
        return `${item} – ${one(`option[value="${answer[index]}"]`, list).innerHTML}`;
      }),
  };
}

function showInFull(list: HTMLSelectElement): void {
  const chosen = list.value === '' ? '' : list.selectedOptions[0]!.text;
  one('.in-full', list.parentElement!).textContent = chosen.length > SHOWN ? chosen : '';
}
