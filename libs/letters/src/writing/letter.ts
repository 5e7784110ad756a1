import { readersLanguage, w } from '@induct/platform';
import { nameInText } from './name-in-text';

/** Where a letter leads. */
export interface LetterLink {
  url: string;
  text: string;
  /** In plain text its words stand before the address too: no sentence before it says where it leads. */
  named?: boolean;
}

/** What stands above some of a letter's parts, in a letter about several things. */
export interface LetterHeading {
  heading: string;
}

/** A paragraph, of one or more lines, a link that stands alone, or a heading. */
export type LetterPart = string | LetterLink | LetterHeading;

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const asText = (part: LetterPart) => {
  if (typeof part === 'string') return part;
  if ('heading' in part) return part.heading;
  return part.named ? `${part.text}:\n${part.url}` : part.url;
};
const asHtml = (part: LetterPart) => {
  if (typeof part === 'string') return `<p>${escaped(part).replaceAll('\n', '<br>\n')}</p>`;
  if ('heading' in part) return `<h2>${escaped(part.heading)}</h2>`;
  return `<p><a href="${escaped(part.url)}">${escaped(part.text)}</a></p>`;
};

const SIGNS = /&#(\d+);/g;
const unescaped = (html: string) => html.replaceAll(SIGNS, (_, code: string) => String.fromCodePoint(Number(code)));
const LINK = /^<a href="([^"]*)">([^]*)<\/a>$/;

/** What a letter consists of, read from its HTML: rows keep nothing else of it. `paragraphsOf(letter.html)` are its parts. */
export const paragraphsOf = (html: string): (string | Pick<LetterLink, 'url' | 'text'>)[] =>
  [...html.matchAll(/<(?:p|h2)>([^]*?)<\/(?:p|h2)>/g)].map(([, inner = '']) => {
    const [, url, text] = LINK.exec(inner) ?? [];
    if (url === undefined || text === undefined) return unescaped(inner.replaceAll('<br>\n', '\n'));
    return { url: unescaped(url), text: unescaped(text) };
  });

/** The words of a letter, the same in plain text and as HTML, in the language of its reader: nothing in a name or title is read as markup. */
export class Letter {
  private constructor(
    readonly subject: string,
    readonly text: string,
    readonly html: string,
  ) {}

  /** @param name of the person it is to; the first part goes on from "Dear …," */
  static of({ subject, name, parts }: { subject: string; name: string; parts: readonly LetterPart[] }): Letter {
    const all = [w`Dear ${nameInText(name)},`, ...parts];
    const language = readersLanguage();
    const html = all.map(asHtml).join('\n');
    // So that it is read aloud as what it is. English is what whoever reads it takes it for.
    const said = language === 'en' ? html : `<div lang="${language}">\n${html}\n</div>`;
    return new Letter(subject, `${all.map(asText).join('\n\n')}\n`, said);
  }
}
