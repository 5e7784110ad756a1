import { escape } from './html.mjs';

const HINTS = { single: 'Select one answer.', multiple: 'Select all that apply.', 'true-false': 'Select one answer.' };

/** A knowledge check, as it stands in a screen. */
export function questionForm(question) {
  return `<form class="question check" data-check="${question.id}" novalidate>
<p class="eyebrow">Check yourself</p>
${choiceFields(question, 'h2')}
<button type="submit" class="button secondary">Check my answer</button>
<div class="feedback" aria-live="polite"></div>
</form>`;
}

/** The question and its choices; what is right is not in the page. */
export function choiceFields({ id, kind, question, choices }, heading) {
  const type = kind === 'multiple' ? 'checkbox' : 'radio';
  const options = choices.map(
    ({ letter, text }) =>
      `<div class="option"><input type="${type}" id="${id}-${letter}" name="${id}" value="${letter}"><label for="${id}-${letter}">${escape(text)}</label></div>`,
  );
  return `<fieldset aria-describedby="${id}-hint">
<legend><${heading} tabindex="-1">${escape(question)}</${heading}></legend>
<p class="hint" id="${id}-hint">${HINTS[kind]}</p>
<p class="error" id="${id}-error" hidden></p>
${options.join('\n')}
</fieldset>`;
}
