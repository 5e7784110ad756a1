import { AsyncLocalStorage } from 'node:async_hooks';
import { inOwnWords, type OwnWords } from './own-words';

/** What the site speaks. English is what is written in templates and code. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

interface Reader {
  language: Language;
  own: OwnWords | undefined;
  /** What is said stands on a page, which can say in which language a part of it is. */
  isOnPage?: boolean;
}

const reader = new AsyncLocalStorage<Reader>();

/** Of whoever is answered just now. English where nobody is: in the worker, at the start. */
export const readersLanguage = (): Language => reader.getStore()?.language ?? 'en';

/**
 * Whatever `work` says, and what it begins, is said in that language.
 * @param own as the council says it (`Council.current`); without it, as around this
 */
export const inLanguage = <T>(language: Language, work: () => T, own = reader.getStore()?.own): T =>
  reader.run({ language, own }, work);

/** The same for a page (`withTags`): it marks what is in another language. */
export const onPageIn = <T>(language: Language, work: () => T, own?: OwnWords): T =>
  reader.run({ language, own, isOnPage: true }, work);

export const marksLanguages = (): boolean => reader.getStore()?.isOnPage === true;

/** The council's own words for whoever is answered just now, to keep by what depends on them. */
export const readersOwnWords = (): OwnWords | undefined => reader.getStore()?.own;

/** A sentence of ours with the council's own words for what it calls otherwise. */
export function asTheCouncilSays(sentence: string): string {
  const own = reader.getStore()?.own;
  return own ? inOwnWords(sentence, own) : sentence;
}
