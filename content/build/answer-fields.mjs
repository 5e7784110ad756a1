import { escape } from './html.mjs';

/** What a question is answered with, by its kind. All of it works by keyboard, by touch and at 320 px. */
export const answerFields = (question) => FIELDS[question.kind](question);

const FIELDS = { single: choices, multiple: choices, 'true-false': choices, matching, ordering, number };

function choices({ id, kind, options }) {
  const type = kind === 'multiple' ? 'checkbox' : 'radio';
  return options
    .map(
      ({ letter, text }) =>
        `<div class="option"><input type="${type}" id="${id}-${letter}" name="${id}" value="${letter}"><label for="${id}-${letter}">${escape(text)}</label></div>`,
    )
    .join('\n');
}

function matching({ id, items, options }) {
  const list = options.map(({ letter, text }) => `<option value="${letter}">${escape(text)}</option>`).join('');
  const pairs = items.map(
    ({ text }, index) =>
      `<li class="pair"><label for="${id}-${index + 1}">${escape(text)}</label><select id="${id}-${index + 1}" name="${id}"><option value="">Choose …</option>${list}</select><p class="in-full" aria-hidden="true"></p></li>`,
  );
  return `<ul class="pairs">${pairs.join('\n')}</ul>`;
}

function ordering({ id, options }) {
  const steps = options.map(({ letter, text }) => {
    const button = (way, arrow) =>
      `<button type="button" class="move" data-move="${way}" aria-label="Move ${way}: ${escape(text)}"><span aria-hidden="true">${arrow}</span></button>`;
    return `<li class="place" data-letter="${letter}" id="${id}-${letter}"><span class="words">${escape(text)}</span><span class="moves">${button('up', '↑')}${button('down', '↓')}</span></li>`;
  });
  return `<ol class="places">${steps.join('\n')}</ol>
<p class="away" data-moved role="status"></p>`;
}

function number({ id, unit }) {
  const label = unit ? `Your answer, in ${escape(unit)}` : 'Your answer';
  return `<div class="number" data-unit="${escape(unit ?? '')}"><label for="${id}-number">${label}</label><input type="text" inputmode="decimal" id="${id}-number" name="${id}" autocomplete="off" maxlength="20" aria-describedby="${id}-error"></div>`;
}
