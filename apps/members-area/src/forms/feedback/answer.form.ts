import { type Answers, type AskedQuestion, LONGEST_ANSWER, questionInWords } from '@induct/events';
import { asTyped, w } from '@induct/platform';
import { z } from 'zod';
import type { Fields } from '../form-problems';
import { perhaps } from '../texts';

/** A questionnaire as it is sent: an option of each choice, by its place; whatever is to be written may be left out. */
export const answerForm = (asked: readonly AskedQuestion[]): z.ZodType<Answers> =>
  z.object(
    Object.fromEntries(
      asked.map(({ key, kind, ...question }) => {
        const { words } = questionInWords(question, asTyped);
        return [
          key,
          kind === 'choice'
            ? z.enum(placesOf(question.options), w`Choose an answer to “${words}”`).transform(Number)
            : perhaps(w`The answer to “${words}”`, LONGEST_ANSWER),
        ];
      }),
    ),
  );

/** What a link in a letter has chosen already; nonsense chooses nothing. */
export function chosenIn(query: unknown, asked: readonly AskedQuestion[]): Fields {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(query);
  const chosen = asked.filter(
    ({ key, kind, options }) => kind === 'choice' && placesOf(options).some((place) => place === sent[key]),
  );
  return Object.fromEntries(chosen.map(({ key }) => [key, sent[key]]));
}

const placesOf = (options: readonly string[]): string[] => options.map((_, at) => `${at}`);
