import { type Letter, paragraphsOf } from '../writing/letter';

/**
 * What Notify's Markdown would take for a beginning of something: a heading, a list (`9.30am` too), a quotation, a line. Some of
 * it knows no escape: a space of no width stands before that.
 */
const BEGINS: readonly (readonly [RegExp, string])[] = [
  [/^(\d+)\./, String.raw`$1\.`],
  [/^([#+-])/, String.raw`\$1`],
  [/^([•^=])/, '\u200B$1'],
];
/** A sign for a line's end is one to it. */
const BREAK = /\r\n?|[\n\u2424\u2028]/;
const ADDRESS = /(https?:\/\/[^\s\p{Cc}]+)/u;

const entities = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
// What Notify takes for an address it reads to the end, and links: only what is around it is escaped.
const inline = (text: string) =>
  text
    .split(ADDRESS)
    .map((piece, nth) => entities(nth % 2 === 1 ? piece : piece.replaceAll(/[\\`*_[\]~|]/g, String.raw`\$&`)))
    .join('');

/** A line that is read as it stands. */
function line(text: string): string {
  const bare = text.trim();
  return BEGINS.reduce((read, [begins, instead]) => read.replace(begins, instead), inline(bare));
}

const address = (url: string) =>
  entities(url.replaceAll(/[\s()<>"'\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`));

function link({ url, text }: { url: string; text: string }): string {
  // Its Markdown has no way to write a bracket there.
  return /[[\]]/.test(text) ? `${line(text)}:\n${address(url)}` : `[${inline(text.trim())}](${address(url)})`;
}

/**
 * The words of a letter as GOV.UK Notify wants them: its Markdown, in which nothing that anybody wrote is read as Markdown and
 * links have their words. @param more a link after them
 */
export const notifyWords = (letter: Pick<Letter, 'html'>, ...more: readonly { url: string; text: string }[]): string =>
  [...paragraphsOf(letter.html), ...more]
    .map((part) => (typeof part === 'string' ? part.split(BREAK).map(line).join('\n') : link(part)))
    .join('\n\n');
