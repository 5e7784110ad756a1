import { ABOUT_FILE, type ModuleFiles, QUESTIONS_FILE } from './folder';
import type { Question, QuestionList } from './question-fields';

/** Stands where a screen shows nothing: the kit asks for it. */
const UNSHOWN = '–';
export const ALONE = 'question';

/**
 * A module with this question on its only screen, and nothing else: whatever is still to mend in the rest of a module, the question
 * can be looked at. A question of the test is asked as a knowledge check is, whose answers are not shown.
 */
export function questionAlone(list: QuestionList, typed: Omit<Question, 'id'>): ModuleFiles {
  const { screen: _, explanation: __, applies: ___, ...asked } = typed;
  const feedback = <T extends { feedback?: string }>(one: T): T => ({ ...one, feedback: one.feedback || UNSHOWN });
  const check = {
    ...asked,
    id: ALONE,
    objective: 'an-aim',
    ...(asked.choices && { choices: asked.choices.map(feedback) }),
    ...(asked.kind === 'true-false' && { ifTrue: UNSHOWN, ifFalse: UNSHOWN }),
    ...(['matching', 'ordering', 'number'].includes(asked.kind) && { ifRight: UNSHOWN, ifWrong: UNSHOWN }),
  };
  const filler = {
    id: 'filler',
    objective: 'an-aim',
    screen: ALONE,
    kind: 'true-false',
    question: UNSHOWN,
    answer: true,
    explanation: UNSHOWN,
  };
  const title = list === 'test' ? 'A question of the final test' : 'A knowledge check';
  // What is JSON is YAML, too.
  return new Map([
    [ABOUT_FILE, JSON.stringify({ title })],
    [
      QUESTIONS_FILE,
      JSON.stringify({
        checks: [check],
        test: { title: 'Test', intro: UNSHOWN, draw: 1, questions: [filler] },
      }),
    ],
    [`01-${ALONE}.md`, `# ${title}\n\n::: check ${ALONE}\n\n:::\n`],
  ]);
}

/**
 * What the kit has drawn of it, as it is asked: in the final test nobody checks an answer, and goes on.
 * @param html of the only screen of `questionAlone`
 */
export const asAsked = (list: QuestionList, html: string): string =>
  list === 'test'
    ? html
        .replace('<p class="eyebrow">Check yourself</p>', '<p class="eyebrow">Final test</p>')
        .replace('class="button secondary">Check my answer<', 'class="button">Continue<')
    : html;
