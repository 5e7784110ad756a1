import { AnswerDoesNotFit } from './feedback.errors';

/** Something that is asked. */
export interface AskedQuestion {
  /** `q1` of the usual questions, `o1` and `u1` of an outcome: can one do it, has one used it. */
  key: string;
  kind: 'choice' | 'text';
  words: string;
  /** Of a choice, in their order; the first is the best. */
  options: string[];
}

/** What somebody said: the place of an option, or a text, by the key of the question. */
export type Answers = Record<string, number | string>;

export const LONGEST_ANSWER = 2000;
const CAN = ['Yes', 'Partly', 'No'];
const USED = ['Yes, often', 'Yes, once or twice', 'Not yet'];

/** `Say what you know.` goes on from "Can you now": `say what you know` */
const asPartOfQuestion = (outcome: string): string => {
  const plain = outcome.trim().replace(/[.?!]+$/, '');
  return /^\p{Lu}\p{Ll}/u.test(plain) || /^\p{Lu}\s/u.test(plain)
    ? plain.charAt(0).toLowerCase() + plain.slice(1)
    : plain;
};

/** Right afterwards: what is chosen, then each planned outcome, then what is written. */
export function askedAfter(
  questions: readonly Omit<AskedQuestion, 'key'>[],
  outcomes: readonly string[],
): AskedQuestion[] {
  const all = questions.map((question, at): AskedQuestion => ({ ...question, key: `q${at + 1}` }));
  return [
    ...all.filter(({ kind }) => kind === 'choice'),
    ...outcomes.map((words, at) => choice(`o${at + 1}`, `Can you now ${asPartOfQuestion(words)}?`, CAN)),
    ...all.filter(({ kind }) => kind === 'text'),
  ];
}

/** Three months later: of each outcome, whether one can, and whether one has used it. */
export const askedLater = (outcomes: readonly string[]): AskedQuestion[] =>
  outcomes.flatMap((words, at) => [
    choice(`o${at + 1}`, `Can you ${asPartOfQuestion(words)}?`, CAN),
    choice(`u${at + 1}`, `Have you used it since: ${asPartOfQuestion(words)}?`, USED),
  ]);

const choice = (key: string, words: string, options: readonly string[]): AskedQuestion => ({
  key,
  kind: 'choice',
  words,
  options: [...options],
});

/** What was sent, as it is kept: every choice made, texts only where something was written. @throws AnswerDoesNotFit */
export function fitting(asked: readonly AskedQuestion[], sent: Answers): Answers {
  const kept: Answers = {};
  for (const { key, kind, options } of asked) {
    const value = sent[key];
    if (kind === 'choice') {
      if (typeof value !== 'number' || !(value in options)) throw new AnswerDoesNotFit();
      kept[key] = value;
    } else if (typeof value === 'string' && value.trim() !== '') {
      if (value.length > LONGEST_ANSWER) throw new AnswerDoesNotFit();
      kept[key] = value.trim();
    }
  }
  return kept;
}
