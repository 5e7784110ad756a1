import { AsyncLocalStorage } from 'node:async_hooks';
import type { DistrictWord } from '../council/council-identity';

/** What the site speaks. English is what is written in templates and code. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

const reader = new AsyncLocalStorage<{ language: Language; district: DistrictWord }>();

/** Of whoever is answered just now. English where nobody is: in the worker, at the start. */
export const readersLanguage = (): Language => reader.getStore()?.language ?? 'en';

/**
 * Whatever `work` says, and what it begins, is said in that language.
 * @param district as the council says it; without it, as around this
 */
export const inLanguage = <T>(language: Language, work: () => T, district = reader.getStore()?.district): T =>
  reader.run({ language, district: district ?? 'division' }, work);

const AS_A_WORD = /(?<![\w/"'=#?&.-])division(?=s?(?![\w/"'=-]))/g;

/** A sentence of ours in English, with the council's own word. With a capital it is a name that somebody has typed. */
export function inOwnDistricts(english: string): string {
  const district = reader.getStore()?.district ?? 'division';
  return district === 'division' ? english : english.replaceAll(AS_A_WORD, district);
}
