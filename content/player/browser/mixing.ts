import type { Course, Question } from './course';
import { all, one } from './dom';
import { inOrder } from './letters';
import { ownOf } from './scenarios';
import { mixed, mixedBut } from './shuffle';

/*
 * The order in which a learner meets what there is to choose from: nobody can go by the place of a choice, and coming back
 * finds everything where it was. It comes from the seed that the memory keeps. Answers are letters, which belong to the
 * choices and not to their places, so nothing that is reported depends on it.
 */

/** Mixes the checks and the scenarios, once for all visits. */
export function mixScreens({ checks }: Course, seed: number): void {
  for (const check of checks) mixQuestion(one(`[data-check="${check.id}"]`), check, `${seed} ${check.id}`);
  for (const scenario of all('[data-scenario]')) {
    const choices = ownOf(scenario, '.choice');
    putInOrder(choices, mixed(choices, `${seed} ${scenario.dataset.scenario}`));
  }
}

/** The same form and key give the same order, however it was mixed before. */
export function mixQuestion(form: HTMLElement, { kind, right }: Question, key: string): void {
  if (kind === 'number' || form.dataset.order === 'kept') return;
  if (kind === 'matching') mixMatches(form, right, key);
  else if (kind === 'ordering')
    one('.places', form).dataset.begins = mixedBut(inOrder(right), key, right.split('')).join('');
  else mixChoices(form, key);
}

function mixChoices(form: HTMLElement, key: string): void {
  const options = all('.option', form);
  const letterOf = (option: HTMLElement) => one<HTMLInputElement>('input', option).value;
  const order = mixed(inOrder(options.map(letterOf)), key);
  putInOrder(
    options,
    order.map((letter) => options.find((option) => letterOf(option) === letter)!),
  );
}

/** The lists all have the same order, behind "Choose …", and it is not that of the items. */
function mixMatches(form: HTMLElement, right: string, key: string): void {
  const order = mixedBut(inOrder(right), key, right.split(''));
  for (const list of all('select', form)) for (const letter of order) list.append(one(`[value="${letter}"]`, list));
}

/** @param now as they stand, one behind the other */
function putInOrder(now: HTMLElement[], wanted: HTMLElement[]): void {
  const end = now[now.length - 1]!.nextSibling;
  for (const element of wanted) now[0]!.parentNode!.insertBefore(element, end);
}
