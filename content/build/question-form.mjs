import { answerFields } from './answer-fields.mjs';
import { escape } from './html.mjs';

/** For the form of a question whose choices the player leaves in their order: numbers, or "all of these". */
export const keptOrder = ({ kind, keepOrder }) => (keepOrder || kind === 'true-false' ? ' data-order="kept"' : '');

/** A knowledge check, as it stands in a screen. */
export function questionForm(question) {
  return `<form class="question check" data-check="${question.id}" data-kind="${question.kind}"${keptOrder(question)} novalidate>
<p class="eyebrow">Check yourself</p>
${questionFields(question, 'h2')}
<button type="submit" class="button secondary">Check my answer</button>
<div class="feedback" aria-live="polite"></div>
</form>`;
}

const HINTS = {
  single: 'Select one answer.',
  multiple: 'Select all that apply.',
  'true-false': 'Select one answer.',
  matching: 'Choose one for each.',
  ordering: 'Use the buttons to move each one up or down.',
  number: 'Write a number.',
};

/** The question and what it is answered with; what is right is not in the page. */
export function questionFields(question, heading) {
  const { id, kind } = question;
  return `<fieldset aria-describedby="${id}-hint">
<legend><${heading} tabindex="-1">${escape(question.question)}</${heading}></legend>
<p class="hint" id="${id}-hint">${HINTS[kind]}</p>
<p class="error" id="${id}-error" hidden></p>
${answerFields(question)}
</fieldset>`;
}
