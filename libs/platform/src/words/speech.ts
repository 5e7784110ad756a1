import { asTheCouncilSays, readersLanguage, readersOwnWords } from './language';
import { wordList } from './word-list';

/** What a page brings for its scripts: their sentences in the language of whoever reads it, in the council's words. */
export interface Speech {
  /** BCP 47. */
  language: string;
  /** By the English. */
  words: Record<string, string>;
}

/**
 * The sentences that a script says otherwise than they stand in it, for whoever reads its page: in Welsh, or in the council's own
 * words. Undefined: there are none. What may be said is what stands there word for word, so nothing has to be listed anywhere.
 * @param script as it is served
 */
export function speechOf(script: string): Speech | undefined {
  const language = readersLanguage();
  const list = wordList(language);
  const words: Record<string, string> = {};
  // The Welsh list has every sentence that scripts say.
  for (const key of wordList('cy').keys()) {
    if (!stands(key, script)) continue;
    const found = list.find(key) ?? key;
    if (typeof found !== 'string') continue;
    const said = asTheCouncilSays(found);
    if (said !== key) words[key] = said;
  }
  if (language === 'en' && Object.keys(words).length === 0) return undefined;
  return { language: language === 'en' ? 'en-GB' : language, words };
}

/** For whom a script says the same: to keep what was found. */
export function speechKey(): string {
  const own = readersOwnWords();
  return [readersLanguage(), ...(own ? [own.area, own.areaCy, own.team, own.teamCy, own.district] : [])].join('\n');
}

/** As a whole text, whatever it is quoted with. */
const stands = (key: string, script: string): boolean =>
  script.includes(key) && ['"', "'", '`'].some((quote) => script.includes(quote + key + quote));
