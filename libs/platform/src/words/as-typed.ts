import { type Language, readersLanguage } from './language';

/** Private use: nobody types them, and a page that would show them is not finished. */
const BEGINS: Record<Language, string> = { en: '\uE010', cy: '\uE011' };
const ENDS = '\uE012';

/**
 * A text that somebody has typed, to be put into a sentence of ours on a page: what is in another language than the sentence says so,
 * for whoever listens. Pages turn the mark into a tag (`withTags`). Not in letters, files and documents, which would show it.
 * @param language of the text; people type English
 */
export const asTyped = (text: string, language: Language = 'en'): string =>
  readersLanguage() === language || text === '' ? text : `${BEGINS[language]}${text}${ENDS}`;

/** The same of what somebody has typed in English, and perhaps in Welsh: as whoever reads it reads. */
export const asTypedIn = (english: string, welsh: string | null | undefined): string =>
  readersLanguage() === 'cy' && welsh ? welsh : asTyped(english);

const MARKS = /[\uE010-\uE012]/g;
/** A mark, what it stands around, and what no tag may stand in: a tag, the title of a window, an option. */
const IN_PAGE = /<(title|option|textarea|script)\b[^]*?<\/\1>|<[^>]*>|([\uE010\uE011])([^<\uE010-\uE012]*)\uE012|[\uE010-\uE012]/g;

/** A page whose marks are tags; where no tag may stand they are left out. */
export function withTags(html: string): string {
  if (html.search(MARKS) === -1) return html;
  return html.replaceAll(IN_PAGE, (found: string, _: string | undefined, begins: string | undefined, text: string) =>
    begins === undefined
      ? found.replaceAll(MARKS, '')
      : `<span lang="${begins === BEGINS.en ? 'en' : 'cy'}">${text}</span>`,
  );
}
