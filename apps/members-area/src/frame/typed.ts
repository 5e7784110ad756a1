import { type Language, readersLanguage } from '@induct/platform';
import { runtime } from 'nunjucks';
import { escaped } from './translating/html-text';

/**
 * A text that somebody has typed, as it is read: where the page around it is in another language, the text says in which it is,
 * for whoever listens. For where a tag may stand, so not in attributes, `<title>` or `<option>`.
 * @param language of the text; people type English
 */
export function typed(
  text: string | runtime.SafeString | null | undefined,
  language: Language = 'en',
): string | runtime.SafeString | null | undefined {
  if (readersLanguage() === language || !text) return text;
  const html = text instanceof runtime.SafeString ? text.toString() : escaped(text);
  return new runtime.SafeString(`<span lang="${language}">${html}</span>`);
}

/** What somebody has typed in English, and perhaps in Welsh: as whoever reads it reads. */
export const typedIn = (
  english: string | null | undefined,
  welsh: string | null | undefined,
): ReturnType<typeof typed> => (readersLanguage() === 'cy' && welsh ? welsh : typed(english));
