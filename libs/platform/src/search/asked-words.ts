import { wholeLetters } from './searchable';

/** Longer is not a question but a page that was pasted. */
const LONGEST = 200;

/** What excludes no word excludes nothing; PostgreSQL keeps count of each and has room for 32 ("tsquery stack too small"). */
const LONE_MINUS = /-(?![\p{L}\p{N}"])|(?<=-)-|-(?="+(?![\p{L}\p{N}]))/gu;

export interface Asked {
  /** As it goes to the database: one line, no control characters, at most 200 characters. */
  text: string;
  /** There was more, which is not searched. */
  shortened: boolean;
}

/** What somebody typed or pasted into the box, whatever it is. */
export function askedWords(typed: string): Asked {
  const line = wholeLetters(typed.slice(0, LONGEST * 20))
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\s]+/gu, ' ')
    .replace(LONE_MINUS, ' ')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
  if (line.length <= LONGEST) return { text: line, shortened: typed.trim().length > LONGEST * 20 };
  const cut = line.slice(0, LONGEST);
  return { text: wholeLetters(cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut), shortened: true };
}

/** Guessed at: further words of a long question are not. */
const GUESSED = 8;

/** The words of a question one by one, in small letters and without accents, as `search_word` has them: the first eight. */
export function wordsApart(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, GUESSED);
}
