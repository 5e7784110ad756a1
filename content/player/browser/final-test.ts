import { fieldsOf, hasAnswer, questionText } from './answers';
import type { TestQuestion } from './course';
import { one, onPress } from './dom';
import { drawQuestions } from './draw';
import { isRight, markObjectives, markTest } from './marking';
import { nextAttempt } from './memory';
import { formOf, layOut } from './test-paper';
import { startBeginning } from './test-beginning';
import type { Visit } from './visit';

/** The final test, one question a screen. It alone decides about passed and failed, and only when it is handed in. */
export function startTest(visit: Visit): void {
  const { course, memory } = visit;
  for (const question of course.bank) {
    const form = formOf(question.id);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (hasAnswer(form)) answer(visit, question, form);
    });
  }
  layOut(course, memory);
  startBeginning(visit);
  visit.onArrival((place) => {
    if (place === 'test/answers') showAnswers(visit);
  });
  onPress('[data-start-test]', () => (visit.passed ? visit.go('result') : begin(visit)));
  onPress('[data-submit-test]', () => handIn(visit));
  onPress('[data-retake]', () => begin(visit));
}

function answer(visit: Visit, { id }: TestQuestion, form: HTMLElement): void {
  const { answers } = visit.memory.test;
  const index = answers.findIndex((candidate) => candidate.id === id);
  const kept = answers[index]!;
  kept.given = fieldsOf(form).read();
  kept.seconds = Math.round(kept.seconds + visit.seconds);
  // Coming from the list of answers to change one goes back to it.
  visit.go(answers.every(({ given }) => given !== '') ? 'test/answers' : `test/${index + 2}`);
}

/** Goes on with a try that was begun, or begins the next, which draws anew. */
function begin(visit: Visit): void {
  const { memory, course } = visit;
  if (visit.triesLeft === 0) return;
  if (memory.test.percent !== undefined) memory.test = nextAttempt(memory.test);
  const { test } = memory;
  if (test.answers.length === 0) {
    const drawn = drawQuestions(course.bank, course.draw, Math.random);
    test.answers = drawn.map(({ id }) => ({ id, given: '', seconds: 0 }));
  }
  layOut(course, memory);
  const open = test.answers.findIndex(({ given }) => given === '');
  visit.go(open < 0 ? 'test/answers' : `test/${open + 1}`);
}

function showAnswers({ memory }: Visit): void {
  const { answers } = memory.test;
  one('[data-answers]').innerHTML = answers
    .map(({ id, given }, index) => {
      const form = formOf(id);
      const words = given === '' ? ['No answer yet'] : fieldsOf(form).words(given);
      const lines = words.map((line) => `<span>${line}</span>`).join('');
      return `<div><dt>${one('legend > *', form).innerHTML}</dt><dd>${lines}<button type="button" class="link" data-goto="test/${index + 1}">Change<span class="away"> the answer to question ${index + 1}</span></button></dd></div>`;
    })
    .join('');
  one('[data-submit-test]').hidden = answers.some(({ given }) => given === '');
}

function handIn(visit: Visit): void {
  const { course, memory, record } = visit;
  const { attempt, answers } = memory.test;
  const mark = markTest(course, memory.test);
  for (const { id, given, seconds } of answers) {
    const question = course.bank.find((candidate) => candidate.id === id)!;
    const right = isRight(question, given);
    record.report({ question, text: questionText(formOf(id)), weight: 1, attempt, given, right, seconds });
  }
  memory.test.percent = mark.percent;
  for (const [id, { percent, passed }] of markObjectives(course, memory.test)) {
    if (memory.met.includes(id)) continue;
    if (passed) memory.met.push(id);
    record.reportObjective(id, percent, passed);
  }
  record.reportTest(mark.percent, mark.passed);
  visit.go('result');
}
