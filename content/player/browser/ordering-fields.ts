import type { AnswerFields } from './answer-fields';
import { all, one } from './dom';

/**
 * A list whose places change with "move up" and "move down": its letters in the order they stand. It begins in an order that
 * is not right (see mixing), so as long as nobody moved anything there is no answer.
 */
export function orderingFields(form: HTMLElement): AnswerFields {
  const list = one('.places', form);
  const places = () => all('.place', list);
  const letters = () => places().map(({ dataset }) => dataset.letter!);
  const place = (letter: string) => one(`[data-letter=${letter}]`, list);
  list.onclick = (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-move]');
    if (button) move(form, button);
  };
  return {
    read: () => (list.dataset.touched ? letters().join('') : ''),
    fill: (answer) => {
      for (const letter of answer || list.dataset.begins || '') list.append(place(letter));
      list.dataset.touched = answer && 'yes';
      endsCannotMove(places());
    },
    missing: 'put them in order first, with the buttons beside them',
    first: () => one('[data-move=down]', list),
    words: (answer) => answer.split('').map((letter, index) => `${index + 1}. ${wordsOf(place(letter)).innerHTML}`),
  };
}

const wordsOf = (place: HTMLElement) => one('.words', place);

function move(form: HTMLElement, button: HTMLButtonElement): void {
  const place = button.closest<HTMLElement>('.place')!;
  const list = place.parentElement!;
  list.dataset.touched = 'yes';
  if (button.dataset.move === 'up') place.previousElementSibling?.before(place);
  else place.nextElementSibling?.after(place);
  const places = all('.place', list);
  endsCannotMove(places);
  // A button that has come to the end cannot keep the focus: its neighbour takes it.
  (button.disabled ? one(`[data-move=${button.dataset.move === 'up' ? 'down' : 'up'}]`, place) : button).focus();
  one('[data-moved]', form).textContent =
    `${wordsOf(place).textContent}: now ${places.indexOf(place) + 1} of ${places.length}`;
}

function endsCannotMove(places: HTMLElement[]): void {
  places.forEach((place, index) => {
    one<HTMLButtonElement>('[data-move=up]', place).disabled = index === 0;
    one<HTMLButtonElement>('[data-move=down]', place).disabled = index === places.length - 1;
  });
}
