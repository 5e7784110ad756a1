import { one } from './dom';
import type { Visit } from './visit';

/** The page before the first question: what is still to be read, what was reached so far, and the way in. */
export function startBeginning(visit: Visit): void {
  visit.onArrival((place) => {
    if (place === 'test') show(visit);
  });
}

function show(visit: Visit): void {
  const { course, memory, passed, triesLeft } = visit;
  const missing = passed ? [] : course.screens.filter(({ id }) => !memory.seen.includes(id));
  one('[data-missing]').hidden = missing.length === 0;
  one('[data-missing] ul').innerHTML = missing
    .map(({ id, title }) => `<li><button type="button" class="link" data-goto="${id}">${title}</button></li>`)
    .join('');
  const start = one('[data-start-test]');
  start.hidden = missing.length > 0 || (!passed && triesLeft === 0);
  start.textContent = startWords(visit);
  const { percent } = memory.test;
  const earlier = one('[data-earlier]');
  earlier.hidden = percent === undefined;
  earlier.textContent = passed
    ? 'You have passed this test.'
    : `Last time you had ${percent}%. You need ${course.passMark}%. ${triesInWords(triesLeft)}`;
}

function startWords({ memory: { test }, passed }: Visit): string {
  if (passed) return 'See your result';
  if (test.percent !== undefined) return 'Take the test again';
  return test.answers.some(({ given }) => given !== '') ? 'Go on with the test' : 'Start the test';
}

/** "" when there is no limit. */
export function triesInWords(left: number): string {
  if (left === Infinity) return '';
  if (left === 0) return 'You have had all the tries there are. Ask Democratic Services for another.';
  return left === 1 ? 'You have one more try.' : `You have ${left} more tries.`;
}
