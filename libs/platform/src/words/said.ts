import { type Language, readersLanguage } from './language';
import { fill } from './sentence';
import { wordList } from './word-list';

/**
 * A sentence of ours for whoever reads it: `` w`Issued on ${day}.` ``. Its key in the list of words is `Issued on ⟨0⟩.`; what
 * has no Welsh is said in English. Not at a file's top level: nobody is reading then (`said` is for what stands there).
 */
export function w(english: TemplateStringsArray, ...values: (string | number)[]): string {
  const language = readersLanguage();
  const translated =
    language === 'en'
      ? undefined
      : wordList(language).find(english.reduce((key, text, at) => `${key}⟨${at - 1}⟩${text}`));
  return translated === undefined
    ? english.reduce((text, next, at) => `${text}${values[at - 1]!}${next}`)
    : fill(language, translated, values);
}

/** A fixed text of ours, made elsewhere, for whoever reads it: the name of a state, what an error says. */
export const said = (english: string, language: Language = readersLanguage()): string => {
  const translated = language === 'en' ? undefined : wordList(language).find(english);
  return translated === undefined ? english : fill(language, translated, []);
};
