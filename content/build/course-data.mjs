import { answerTo as answersTo } from './answers-for.mjs';
import { escape } from './html.mjs';
import { renderInline } from './markdown.mjs';

/**
 * course.js: what the player needs to know and a reader of the page should not see: right answers and feedback.
 * @param {'scorm_12' | 'scorm_2004'} standard
 */
export function courseData({ slug, version, title, passMark, objectives, screens, checks, test }, standard) {
  const data = {
    slug,
    version,
    standard,
    title,
    passMark,
    testMinutes: tenths(test.minutes),
    draw: test.draw,
    ...(test.attempts && { attempts: test.attempts }),
    objectives: objectives.map(({ id, text }) => ({ id, text })),
    screens: screens.map(({ id, title: heading, minutes }) => ({
      id,
      title: escape(heading),
      minutes: tenths(minutes),
    })),
    checks: checks.map((check) => ({ ...answerTo(check), ...verdicts(check), feedback: feedbackOf(check) })),
    bank: test.questions.map((question) => ({
      ...answerTo(question),
      screen: question.screen,
      explanation: renderInline(question.explanation),
    })),
  };
  return `window.course = ${JSON.stringify(data).replaceAll('<', '\\u003c')};\n`;
}

/** A module for programs that learn it: see content/player/learner-records.ts. */
export function learningData({ slug, passMark, objectives, screens, checks, test }) {
  return {
    slug,
    passMark,
    draw: test.draw,
    objectives: objectives.map(({ id }) => ({ id })),
    screens: screens.map((screen) => ({ id: screen.id, checks: screen.checks, scenarios: screen.scenarios })),
    checks: checks.map(questionToLearn),
    bank: test.questions.map(questionToLearn),
  };
}

const questionToLearn = (question) => ({ ...answerTo(question), wrong: answersTo(question).wrong.join('') });

const answerTo = ({ id, kind, objective, right, tolerance }) => ({
  id,
  kind,
  objective,
  right,
  ...(tolerance && { tolerance }),
});

const verdicts = ({ ifRight, ifWrong }) =>
  ifRight && { ifRight: renderInline(ifRight), ifWrong: renderInline(ifWrong) };

/** By the letter of the choice, or the number of the item, from 1. */
const feedbackOf = ({ items, options }) =>
  Object.fromEntries(
    (items ?? options)
      .map(({ letter, feedback }, index) => [letter ?? index + 1, feedback])
      .filter(([, feedback]) => feedback !== undefined),
  );

const tenths = (minutes) => Math.round(minutes * 10) / 10;
