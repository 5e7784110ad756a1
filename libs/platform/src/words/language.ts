import { AsyncLocalStorage } from 'node:async_hooks';

/** What the site speaks. English is what is written in templates and code. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

const reader = new AsyncLocalStorage<Language>();

/** Of whoever is answered just now. English where nobody is: in the worker, at the start. */
export const readersLanguage = (): Language => reader.getStore() ?? 'en';

/** Whatever `work` says, and what it begins, is said in that language. */
export const inLanguage = <T>(language: Language, work: () => T): T => reader.run(language, work);
