import { isLanguage, type Language, readersLanguage } from './language';

/** An address of the content origin, which knows no cookie of the site's: it answers there in the language of whoever is led there. */
export const readerAddress = (url: string): string =>
  readersLanguage() === 'en' ? url : `${url}?language=${readersLanguage()}`;

/** What such an address asks for. @param query of the request @param languages that the council works in */
export function languageAsked(query: unknown, languages: 'en' | 'en-cy'): Language {
  const { language } = (query ?? {}) as { language?: unknown };
  return languages === 'en-cy' && isLanguage(language) ? language : 'en';
}
