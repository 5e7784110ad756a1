import { choose, chosenIn, hasAnswer } from './answers';
import type { Check } from './course';
import { all, one } from './dom';
import { isRight } from './marking';
import type { Visit } from './visit';

/** Knowledge checks: they count for nothing, explain every choice, and can be answered again. */
export function startChecks(visit: Visit): void {
  for (const check of visit.course.checks) {
    const form = one(`[data-check="${check.id}"]`);
    const earlier = visit.memory.checks[check.id];
    if (earlier) {
      choose(form, earlier.chosen);
      showFeedback(form, check, earlier.chosen);
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (hasAnswer(form)) answer(visit, check, form);
    });
  }
}

function answer(visit: Visit, check: Check, form: HTMLElement): void {
  const chosen = chosenIn(form);
  const attempt = (visit.memory.checks[check.id]?.tries ?? 0) + 1;
  visit.memory.checks[check.id] = { chosen, tries: attempt };
  showFeedback(form, check, chosen);
  one('.feedback', form).scrollIntoView({ block: 'nearest' });
  visit.record.report({ question: check, attempt, chosen, right: isRight(check, chosen), seconds: visit.seconds });
  visit.save();
}

function showFeedback(form: HTMLElement, check: Check, chosen: string): void {
  const right = isRight(check, chosen);
  const many = check.kind === 'multiple';
  const texts = chosen.split('').map((letter) => {
    const label = one(`label[for="${check.id}-${letter}"]`, form).innerHTML;
    return many ? `<li><b>${label}.</b> ${check.feedback[letter]}</li>` : `<p>${check.feedback[letter]}</p>`;
  });
  // One right answer of three is "nearly", and which are missing stays to be found.
  const nearly = !right && chosen.split('').every((letter) => check.right.includes(letter));
  const verdict = right ? 'That is right' : nearly ? 'Right so far, but not all of them yet' : 'Not quite';
  const feedback = one('.feedback', form);
  feedback.dataset.tone = right ? 'wise' : nearly ? 'partly' : 'unwise';
  feedback.innerHTML = `<p class="verdict">${verdict}</p>${many ? `<ul>${texts.join('')}</ul>` : texts.join('')}`;
  for (const option of all('.option', form))
    option.classList.toggle('picked', one<HTMLInputElement>('input', option).checked);
  one('button[type=submit]', form).textContent = right ? 'Check again' : 'Try again';
}
