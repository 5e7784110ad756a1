import { one } from './dom';
import { isRight, markTest } from './marking';
import type { Visit } from './visit';

/** Writes the result page each time somebody comes to it. */
export function startResult(visit: Visit): void {
  visit.onArrival((place) => {
    if (place === 'result') show(visit);
  });
}

function show(visit: Visit): void {
  const { course, memory, passed } = visit;
  const mark = markTest(course, memory.test.chosen);
  const handedIn = memory.test.percent !== undefined;
  const panel = one('[data-result]');
  panel.dataset.result = passed ? 'passed' : 'failed';
  one('h1', panel).textContent = passed ? 'You have passed' : 'Not passed this time';
  one('[data-score]').textContent = handedIn
    ? `${mark.right} of ${mark.of} answers right, ${mark.percent} %. The pass mark is ${course.passMark} %.`
    : 'You passed this module on an earlier visit.';
  one('[data-what-next]').textContent = passed ? afterPassing(visit) : AFTER_FAILING;
  one('[data-retake]').hidden = passed;
  one('[data-review]').innerHTML = handedIn ? review(visit) : '';
}

const AFTER_FAILING =
  'That happens to many people, and nothing is lost. Look again at the screens named below, then take the test again. You start with a clean sheet.';

function afterPassing({ record }: Visit): string {
  if (!record.connected) return 'This is a preview, so nothing was recorded.';
  return 'Well done. Your result is recorded, and the module is finished. You can leave it now, and come back to read in it whenever you like.';
}

/** Those who passed read why each answer is right; the others where to look, so that the next try is a real one. */
function review({ course, memory, passed }: Visit): string {
  const entries = course.test.map((question) => {
    const right = isRight(question, memory.test.chosen[question.id] ?? '');
    const screen = course.screens.find(({ id }) => id === question.screen)!;
    const help = passed
      ? `<p>${question.explanation}</p>`
      : right
        ? ''
        : `<p>Read again: <button type="button" class="link" data-goto="${screen.id}">${screen.title}</button></p>`;
    return `<li data-tone="${right ? 'wise' : 'unwise'}"><p class="verdict">${right ? 'Right' : 'Not right'}</p><h3>${question.question}</h3>${help}</li>`;
  });
  return `<h2>Your answers</h2><ol class="review">${entries.join('')}</ol>`;
}
