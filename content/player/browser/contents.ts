import { all, one } from './dom';
import { minutesInWords, progressOf } from './minutes';
import type { Visit } from './visit';

/** The bar at the top: where you are, how long it still takes, and the way to every screen. */
export function startContents(visit: Visit): void {
  const panel = one<HTMLDetailsElement>('.contents');
  visit.onArrival((place) => {
    panel.open = false;
    showWhere(visit, place);
    for (const button of all('[data-goto]', panel)) mark(visit, button, place);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.open) return;
    panel.open = false;
    one('summary', panel).focus();
  });
  document.addEventListener('click', (event) => {
    if (panel.open && !panel.contains(event.target as Node)) panel.open = false;
  });
}

function showWhere({ course, memory, passed }: Visit, place: string): void {
  const { left, percent } = progressOf(course, memory, place, passed);
  one<HTMLProgressElement>('progress').value = percent;
  const screen = course.screens.findIndex(({ id }) => id === place) + 1;
  const where =
    screen > 0 ? `Screen ${screen} of ${course.screens.length}` : place === 'result' ? 'Your result' : 'Final test';
  const rest = passed ? 'passed' : minutesInWords(left);
  one('#where').textContent = `${where} · ${rest}`;
}

function mark({ memory, passed }: Visit, button: HTMLElement, place: string): void {
  const target = button.dataset.goto!;
  const here = place.split('/')[0] === target;
  if (here) button.setAttribute('aria-current', 'step');
  else button.removeAttribute('aria-current');
  const done = target === 'test' ? passed : memory.seen.includes(target);
  one('.state', button).textContent = here ? 'you are here' : done ? (target === 'test' ? 'passed' : 'read') : '';
}
