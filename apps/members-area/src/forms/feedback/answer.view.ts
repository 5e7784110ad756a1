import { type AskedQuestion, type OwnFeedback, questionInWords } from '@induct/events';
import { asTyped, readerDate } from '@induct/platform';
import type { Fields, FormProblems } from '../form-problems';

/**
 * A questionnaire, with what is chosen and written in it so far.
 * @param href where it is sent @param isOpen whether it is shown to be filled in
 */
export function answerView(
  { title, stage, asked, closesOn, changed, state }: OwnFeedback,
  form: Fields,
  problems: FormProblems,
  href: string,
  isOpen = state === 'open',
) {
  return {
    href,
    title,
    called: { session: title },
    isLater: stage === 'later',
    state: isOpen ? 'open' : state,
    closes: readerDate(closesOn),
    changed: changed?.split('\n').map((line) => asTyped(line)),
    questions: asked.map((question) => questionView(question, form)),
    // What is wrong with the whole stands at its first question.
    ...problems,
  };
}

function questionView({ key, kind, ...asked }: AskedQuestion, form: Fields) {
  const { words, options } = questionInWords(asked, asTyped);
  return {
    key,
    kind,
    words,
    value: form[key] ?? '',
    items: options.map((text, at) => ({ value: `${at}`, text, checked: form[key] === `${at}` })),
  };
}
