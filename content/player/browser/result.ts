import { one } from './dom';
import { isRight, markTest } from './marking';
import { triesInWords } from './test-beginning';
import { formOf } from './test-paper';
import type { Visit } from './visit';

/** Writes the result page each time somebody comes to it. */
export function startResult(visit: Visit): void {
  visit.onArrival((place) => {
    if (place === 'result') show(visit);
  });
}

function show(visit: Visit): void {
  const { course, memory, passed } = visit;
  const mark = markTest(course, memory.test);
  const { percent, answers } = memory.test;
  const handedIn = percent !== undefined && answers.length > 0;
  const panel = one('[data-result]');
  panel.dataset.result = passed ? 'passed' : 'failed';
  one('h1', panel).textContent = passed ? 'You have passed' : 'Not passed this time';
  one('[data-score]').textContent = handedIn
    ? `${mark.right} of ${mark.of} answers right, ${mark.percent}%. The pass mark is ${course.passMark}%.`
    : earlierScore(visit);
  one('[data-marks]').innerHTML = handedIn ? marks(visit) : '';
  one('[data-what-next]').textContent = passed ? afterPassing(visit) : afterFailing(visit);
  one('[data-retake]').hidden = passed || visit.triesLeft === 0;
  one('[data-review]').innerHTML = handedIn ? review(visit) : '';
}

/** The score for the eye: a dot for each question, filled when the answer is right. */
function marks({ course, memory }: Visit): string {
  return memory.test.answers
    .map(({ id, given }) => {
      const question = course.bank.find((candidate) => candidate.id === id)!;
      return `<span class="${isRight(question, given) ? 'right' : 'wrong'}"></span>`;
    })
    .join('');
}

/** The answers of an earlier visit may be lost while its result is known. */
function earlierScore({ course, memory, passed }: Visit): string {
  const { percent } = memory.test;
  if (passed && (percent ?? 0) < course.passMark) return 'You passed this module on an earlier visit.';
  return `You had ${percent}% on an earlier visit. The pass mark is ${course.passMark}%.`;
}

function afterFailing({ triesLeft }: Visit): string {
  const consolation = 'That happens to many people, and nothing is lost. Look again at the screens named below';
  if (triesLeft === 0) return `${consolation}. ${triesInWords(0)}`;
  return `${consolation}, then take the test again. Some of its questions will be new. ${triesInWords(triesLeft)}`.trim();
}

function afterPassing({ record }: Visit): string {
  if (!record.connected) return 'This is a preview, so nothing was recorded.';
  return 'Well done. Your result is recorded, and the module is finished. You can leave it now, and come back to read in it whenever you like.';
}

/** Those who passed read why each answer is right; the others where to look, so that the next try is a real one. */
function review({ course, memory, passed }: Visit): string {
  const entries = memory.test.answers.map(({ id, given }) => {
    const question = course.bank.find((candidate) => candidate.id === id)!;
    const right = isRight(question, given);
    const screen = course.screens.find((candidate) => candidate.id === question.screen)!;
    const help = passed
      ? `<p>${question.explanation}</p>`
      : right
        ? ''
        : `<p>Read again: <button type="button" class="link" data-goto="${screen.id}">${screen.title}</button></p>`;
    const asked = one('legend > *', formOf(id)).innerHTML;
    return `<li data-tone="${right ? 'wise' : 'unwise'}"><p class="verdict">${right ? 'Right' : 'Not right'}</p><h3>${asked}</h3>${help}</li>`;
  });
  return `<h2>Your answers</h2><ol class="review">${entries.join('')}</ol>`;
}
