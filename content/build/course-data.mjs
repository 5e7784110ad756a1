import { escape } from './html.mjs';
import { renderInline } from './markdown.mjs';

/** course.js: what the player needs to know and a reader of the page should not see: right answers and feedback. */
export function courseData({ slug, version, title, passMark, screens, checks, test }) {
  const data = {
    slug,
    version,
    title,
    passMark,
    testMinutes: tenths(test.minutes),
    screens: screens.map(({ id, title: heading, minutes }) => ({ id, title: heading, minutes: tenths(minutes) })),
    checks: checks.map(({ id, kind, right, choices }) => ({
      id,
      kind,
      right,
      feedback: byLetter(choices, 'feedback'),
    })),
    test: test.questions.map(({ id, kind, right, question, screen, explanation, choices }) => ({
      id,
      kind,
      right,
      question: escape(question),
      screen,
      explanation: renderInline(explanation),
      words: Object.fromEntries(choices.map(({ letter, text }) => [letter, escape(text)])),
    })),
  };
  return `window.course = ${JSON.stringify(data).replaceAll('<', '\\u003c')};\n`;
}

const tenths = (minutes) => Math.round(minutes * 10) / 10;
const byLetter = (choices, field) => Object.fromEntries(choices.map((choice) => [choice.letter, choice[field]]));
