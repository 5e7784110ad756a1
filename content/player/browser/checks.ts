import { fieldsOf, hasAnswer, questionText } from './answers';
import { feedbackTo } from './check-feedback';
import type { Check } from './course';
import { all, one } from './dom';
import { isRight } from './marking';
import type { Visit } from './visit';

/** Knowledge checks: they count for nothing, explain every answer, and can be answered again. */
export function startChecks(visit: Visit): void {
  for (const check of visit.course.checks) {
    const form = one(`[data-check="${check.id}"]`);
    const earlier = visit.memory.checks[check.id];
    if (earlier) {
      fieldsOf(form).fill(earlier.chosen);
      showFeedback(form, check, earlier.chosen);
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (hasAnswer(form)) answer(visit, check, form);
    });
  }
}

function answer(visit: Visit, check: Check, form: HTMLElement): void {
  const given = fieldsOf(form).read();
  const attempt = (visit.memory.checks[check.id]?.tries ?? 0) + 1;
  visit.memory.checks[check.id] = { chosen: given, tries: attempt };
  showFeedback(form, check, given);
  one('.feedback', form).scrollIntoView({ block: 'nearest' });
  const right = isRight(check, given);
  const { seconds } = visit;
  visit.record.report({ question: check, text: questionText(form), weight: 0, attempt, given, right, seconds });
  visit.save();
}

function showFeedback(form: HTMLElement, check: Check, given: string): void {
  const feedback = one('.feedback', form);
  const { tone, verdict, html } = feedbackTo(check, given, fieldsOf(form).words(given));
  feedback.dataset.tone = tone;
  feedback.innerHTML = `<p class="verdict">${verdict}</p>${html}`;
  for (const option of all('.option', form))
    option.classList.toggle('picked', one<HTMLInputElement>('input', option).checked);
  one('button[type=submit]', form).textContent = tone === 'wise' ? 'Check again' : 'Try again';
}
