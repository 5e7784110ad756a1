import { readersLanguage } from './language';
import { wordList } from './word-list';

/** What a page brings for its scripts: their sentences in the language of whoever reads it. */
export interface Speech {
  /** BCP 47. */
  language: string;
  /** By the English. */
  words: Record<string, string>;
}

/**
 * The sentences that a script says, for whoever reads the page it stands in; undefined in English, which stands in the script.
 * What may be said is what stands there word for word, so nothing has to be listed anywhere.
 * @param script as it is served
 */
export function speechOf(script: string): Speech | undefined {
  const language = readersLanguage();
  if (language === 'en') return undefined;
  const list = wordList(language);
  const words: Record<string, string> = {};
  for (const key of list.keys()) {
    const sentence = stands(key, script) ? list.find(key) : undefined;
    if (typeof sentence === 'string') words[key] = sentence;
  }
  return { language, words };
}

/** As a whole text, whatever it is quoted with. */
const stands = (key: string, script: string): boolean =>
  script.includes(key) && ['"', "'", '`'].some((quote) => script.includes(quote + key + quote));
