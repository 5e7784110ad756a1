import { choose, chosenIn, hasAnswer } from './answers';
import { all, one, onPress } from './dom';
import { isRight, markTest } from './marking';
import { nextAttempt } from './memory';
import type { Visit } from './visit';

/** The final test, one question a screen. It alone decides about passed and failed, and only when it is handed in. */
export function startTest(visit: Visit): void {
  const { course, memory } = visit;
  course.test.forEach((question, index) => {
    const form = one(`[data-test-question="${question.id}"]`);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!hasAnswer(form)) return;
      keep(visit, question.id, chosenIn(form));
      // Coming from the list of answers to change one goes back to it.
      const complete = course.test.every(({ id }) => id in memory.test.chosen);
      visit.go(complete ? 'test/answers' : `test/${index + 2}`);
    });
  });
  visit.onArrival((place) => {
    if (place === 'test') showBeginning(visit);
    if (place === 'test/answers') showAnswers(visit);
    for (const { id } of course.test) choose(one(`[data-test-question="${id}"]`), memory.test.chosen[id] ?? '');
  });
  onPress('[data-start-test]', () => (visit.passed ? visit.go('result') : begin(visit)));
  onPress('[data-submit-test]', () => handIn(visit));
  onPress('[data-retake]', () => begin(visit));
}

function keep(visit: Visit, id: string, chosen: string): void {
  const { test } = visit.memory;
  test.chosen[id] = chosen;
  test.seconds[id] = Math.round((test.seconds[id] ?? 0) + visit.seconds);
}

/** Goes on with an attempt that was begun, or begins the next. */
function begin(visit: Visit): void {
  const { memory, course } = visit;
  if (memory.test.percent !== undefined) memory.test = nextAttempt(memory.test);
  const open = course.test.findIndex(({ id }) => !(id in memory.test.chosen));
  visit.go(open < 0 ? 'test/answers' : `test/${open + 1}`);
}

function showBeginning({ course, memory, passed }: Visit): void {
  const { chosen, percent } = memory.test;
  const missing = passed ? [] : course.screens.filter(({ id }) => !memory.seen.includes(id));
  one('[data-missing]').hidden = missing.length === 0;
  one('[data-missing] ul').innerHTML = missing
    .map(({ id, title }) => `<li><button type="button" class="link" data-goto="${id}">${title}</button></li>`)
    .join('');
  const begun = percent === undefined && Object.keys(chosen).length > 0;
  const start = one('[data-start-test]');
  start.hidden = missing.length > 0;
  start.textContent = passed
    ? 'See your result'
    : begun
      ? 'Go on with the test'
      : percent === undefined
        ? 'Start the test'
        : 'Take the test again';
  const earlier = one('[data-earlier]');
  earlier.hidden = percent === undefined;
  earlier.textContent = passed
    ? 'You have passed this test.'
    : `Last time you had ${percent} %. You need ${course.passMark} %.`;
}

function showAnswers({ course, memory }: Visit): void {
  one('[data-answers]').innerHTML = course.test
    .map(({ id, question, words }, index) => {
      const answers = (memory.test.chosen[id] ?? '')
        .split('')
        .map((letter) => `<span>${words[letter]}</span>`)
        .join('');
      return `<div><dt>${question}</dt><dd>${answers || '<span>No answer yet</span>'}<button type="button" class="link" data-goto="test/${index + 1}">Change<span class="away"> the answer to question ${index + 1}</span></button></dd></div>`;
    })
    .join('');
  one('[data-submit-test]').hidden = all('[data-answers] > div').length > Object.keys(memory.test.chosen).length;
}

function handIn(visit: Visit): void {
  const { course, memory, record } = visit;
  const { attempt, chosen, seconds } = memory.test;
  const mark = markTest(course, chosen);
  for (const question of course.test) {
    const answer = chosen[question.id] ?? '';
    record.report({
      question,
      attempt,
      chosen: answer,
      right: isRight(question, answer),
      seconds: seconds[question.id] ?? 0,
    });
  }
  memory.test.percent = mark.percent;
  record.reportTest(mark.percent, mark.passed);
  visit.go('result');
}
