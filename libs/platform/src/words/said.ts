import { asTheCouncilSays, type Language, readersLanguage } from './language';
import { fill } from './sentence';
import { type Sentence, wordList } from './word-list';

/**
 * A sentence of ours for whoever reads it: `` w`Issued on ${day}.` ``. Its key in the list of words is `Issued on ⟨0⟩.`; what
 * has no Welsh is said in English. Not at a file's top level: nobody is reading then (`said` is for what stands there).
 */
export function w(english: TemplateStringsArray, ...values: (string | number)[]): string {
  const language = readersLanguage();
  const translated =
    language === 'en'
      ? undefined
      : find(
          language,
          english.reduce((key, text, at) => `${key}⟨${at - 1}⟩${text}`),
          values,
        );
  return translated ?? english.map(asTheCouncilSays).reduce((text, next, at) => `${text}${values[at - 1]!}${next}`);
}

/** A fixed text of ours, made elsewhere, for whoever reads it: the name of a state, what an error says. */
export const said = (english: string): string => {
  const language = readersLanguage();
  return (language === 'en' ? undefined : find(language, english, [])) ?? asTheCouncilSays(english);
};

/** A text that we ship and a council may have written anew, for whoever reads it. Undefined: it has no translation, or English is read. */
export const saidIfOurs = (english: string): string | undefined => {
  const language = readersLanguage();
  return language === 'en' ? undefined : find(language, english, []);
};

/**
 * A number of things, in the form the number asks for. @param key `⟨0⟩ days`
 * @returns undefined when it has no translation, or the reader reads English
 */
export const saidOfMany = (key: string, count: string): string | undefined => {
  const language = readersLanguage();
  return language === 'en' ? undefined : find(language, key, [count]);
};

/** Spaces around a text are not the translator's. */
function find(language: Language, key: string, values: readonly (string | number)[]): string | undefined {
  const text = key.trim();
  const found = wordList(language).find(text);
  if (found === undefined) return undefined;
  const before = key.slice(0, key.length - key.trimStart().length);
  return `${before}${fill(language, asSaid(found), values)}${key.slice(key.trimEnd().length)}`;
}

/** Before anything is put in: what people typed is theirs. */
const asSaid = (sentence: Sentence): Sentence =>
  typeof sentence === 'string'
    ? asTheCouncilSays(sentence)
    : (Object.fromEntries(Object.entries(sentence).map(([form, text]) => [form, asTheCouncilSays(text)])) as Sentence);
