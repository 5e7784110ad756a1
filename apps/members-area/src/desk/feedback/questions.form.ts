import type { SaidQuestion } from '@induct/events';
import { z } from 'zod';
import type { Fields } from '../../forms/form-problems';
import { perhaps } from '../../forms/texts';

const MOST_QUESTIONS = 6;
const LONGEST_WORDS = 200;
const LONGEST_OPTION = 60;
const [FEWEST_OPTIONS, MOST_OPTIONS] = [2, 6];
const NUMBERS = Array.from({ length: MOST_QUESTIONS }, (_, at) => at + 1);

/** What is asked, as it is sent: `words1`, and `options1` with a line for each. A question without words is not asked. */
export const QuestionsForm = z
  .object({
    revision: z.coerce.number().int().min(1).catch(0),
    ...Object.fromEntries(
      NUMBERS.flatMap((number) => [
        [`words${number}`, perhaps('The question', LONGEST_WORDS)],
        [`options${number}`, perhaps('The answers', MOST_OPTIONS * (LONGEST_OPTION + 1))],
      ]),
    ),
  })
  .transform((sent, context): { seen: number; questions: SaidQuestion[] } => {
    const fields = sent as unknown as Record<string, string>;
    const questions = NUMBERS.flatMap((number): SaidQuestion[] => {
      const words = fields[`words${number}`]!;
      const options = optionsIn(fields[`options${number}`]!);
      if (words === '') return [];
      const wrong = problemOf(options);
      if (wrong) context.addIssue({ code: 'custom', path: [`options${number}`], message: wrong });
      return [{ kind: options.length > 0 ? 'choice' : 'text', words, options }];
    });
    if (questions[0]?.kind !== 'choice')
      context.addIssue({
        code: 'custom',
        path: [questions.length === 0 ? 'words1' : 'options1'],
        message: 'Begin with a question that has answers to choose from: letters ask it, and evaluation sums it up',
      });
    return { seen: sent.revision, questions };
  });

const optionsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function problemOf(options: readonly string[]): string | undefined {
  if (options.length === 0) return undefined;
  if (options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS)
    return `Enter ${FEWEST_OPTIONS} to ${MOST_OPTIONS} answers, each on a line of its own, or none`;
  if (new Set(options).size < options.length) return 'Enter each answer once';
  const isLong = options.some((option) => option.length > LONGEST_OPTION);
  return isLong ? `Each answer must be ${LONGEST_OPTION} characters or fewer` : undefined;
}

/** The boxes, filled with what is asked now or as they were typed. */
export const questionFields = (questions: readonly SaidQuestion[], revision: number): Fields => ({
  revision,
  ...Object.fromEntries(
    questions.flatMap(({ words, options }, at) => [
      [`words${at + 1}`, words],
      [`options${at + 1}`, options.join('\n')],
    ]),
  ),
});

export const questionBoxes = (form: Fields) =>
  NUMBERS.map((number) => ({ number, words: form[`words${number}`] ?? '', options: form[`options${number}`] ?? '' }));
