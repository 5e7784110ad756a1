import { type Language, marksLanguages, readersLanguage } from './language';

/** Private use: nobody types them. */
const BEGINS: Record<Language, string> = { en: '\uE010', cy: '\uE011' };
const ENDS = '\uE012';
const MARKS = /[\uE010-\uE012]/;

/**
 * A text that somebody has typed, to be put into a sentence of ours: on a page in another language it says in which it is, for
 * whoever listens. Pages turn the marks into tags (`withTags`); in letters, files and documents there are none.
 * @param language of the text; people type English
 */
export const asTyped = (text: string, language: Language = 'en'): string =>
  !marksLanguages() || readersLanguage() === language || text === '' ? text : `${BEGINS[language]}${text}${ENDS}`;

/** The same of what somebody has typed in English, and perhaps in Welsh: as whoever reads it reads. */
export const asTypedIn = (english: string, welsh: string | null | undefined): string =>
  readersLanguage() === 'cy' && welsh ? welsh : asTyped(english);

/** Where no tag may stand: within a tag, in the title of a window, in an option. Between them a text. */
const IN_PAGE = /<(title|option|textarea|script|style)\b[^]*?<\/\1>|<[^>]*>|[^<]+/g;

/** A page whose marks are tags. Where no tag may stand they are left out, and so are those that are not closed. */
export const withTags = (html: string): string =>
  MARKS.test(html)
    ? html.replaceAll(IN_PAGE, (found) => (found.startsWith('<') ? unmarked(found) : tagged(found)))
    : html;

/** What is no page: a file, an answer to a program. */
export const unmarked = (text: string): string => text.replaceAll(/[\uE010-\uE012]/g, '');

function tagged(text: string): string {
  const pieces = text.split(/([\uE010-\uE012])/);
  const open: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (!MARKS.test(piece)) continue;
    const begun = piece === ENDS ? open.pop() : open.push(at);
    if (piece !== ENDS || begun === undefined) {
      pieces[at] = piece === ENDS ? '' : piece;
      continue;
    }
    pieces[begun] = `<span lang="${pieces[begun] === BEGINS.en ? 'en' : 'cy'}">`;
    pieces[at] = '</span>';
  }
  for (const at of open) pieces[at] = '';
  return pieces.join('');
}
