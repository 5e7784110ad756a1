import { saidIfOurs } from '@induct/platform';
import type { AskedQuestion } from './what-is-asked';

/** Welsh has no word for yes or no: it says the verb of the question again. Keys of what it says. */
const ANSWERS = ['Yes (Was there time enough for questions?)', 'No (Was there time enough for questions?)'];

/**
 * A question and its options in the language of whoever is asked, as long as it is one that we ship. Of what a council has written
 * itself nothing is said in Welsh, its answers neither.
 * @param typed says what somebody typed: on a page in which language it is
 */
export function questionInWords(
  { words, options }: Pick<AskedQuestion, 'words' | 'options'>,
  typed: (text: string) => string = (text) => text,
): Pick<AskedQuestion, 'words' | 'options'> {
  const ours = saidIfOurs(words);
  if (ours === undefined) return { words: typed(words), options: options.map((text) => typed(text)) };
  const answer = (text: string) => {
    const key = ANSWERS.find((one) => one === `${text} (${words})`) ?? text;
    return saidIfOurs(key) ?? typed(text);
  };
  return { words: ours, options: options.map(answer) };
}
