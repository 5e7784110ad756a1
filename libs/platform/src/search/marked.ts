/** Stand around a word that was found: characters for private use, which no text of ours has (`keptText`). */
export const FOUND = { from: '\uE000', to: '\uE001' } as const;

/** A piece of a text, found or between what was found. */
export interface Piece {
  text: string;
  found: boolean;
}

const MARKS = /^\p{M}$/u;
const isMark = (letter: string): boolean => letter === FOUND.from || letter === FOUND.to;

/**
 * Puts the marks of the text without accents, which is what was searched, into the text itself.
 * @param text composed, as it is kept
 * @param folded the same without accents, with marks
 * @returns pieces that are `text` when put together; one piece when the two do not go side by side
 */
export function markedPieces(text: string, folded: string): Piece[] {
  const letters = Array.from(folded);
  const pieces: Piece[] = [];
  let at = 0;
  let found = false;
  const put = (letter: string) => {
    const last = pieces.at(-1);
    if (last?.found === found) last.text += letter;
    else pieces.push({ text: letter, found });
  };
  for (const letter of text) {
    // An accent that has no letter of its own went away when the text was folded: it stays with the letter before it.
    if (MARKS.test(letter) && letter !== letters[at]) {
      put(letter);
      continue;
    }
    for (; isMark(letters[at] ?? ''); at += 1) found = letters[at] === FOUND.from;
    put(letter);
    at += 1;
  }
  const rest = letters.slice(at);
  return rest.every(isMark) && at <= letters.length ? pieces : [{ text, found: false }];
}

/** About two lines of the list of results. */
const EXCERPT = 240;
/** Read before the first word that was found. */
const BEFORE = 60;

/**
 * The part of a text around the first words that were found, as whole words; its beginning when nothing was found in it.
 * @param around whether the pieces are cut out of a longer text: it goes on before, or behind, them
 * @returns pieces; `…` where the text goes on
 */
export function excerptOf(
  pieces: readonly Piece[],
  around: { isAfter: boolean; isBefore: boolean } = { isAfter: false, isBefore: false },
): Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const first = pieces.findIndex(({ found }) => found);
  const hit = first < 0 ? 0 : pieces.slice(0, first).reduce((sum, piece) => sum + piece.text.length, 0);
  const from = hit <= BEFORE && !around.isAfter ? 0 : afterSpace(text, Math.max(0, hit - BEFORE), hit);
  const end = Math.min(from + EXCERPT, text.length);
  const to = end === text.length && !around.isBefore ? end : beforeSpace(text, end, hit + 1);
  const cut: Piece[] = [];
  let at = 0;
  for (const { text: words, found } of pieces) {
    const part = words.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (part) cut.push({ text: part, found });
    at += words.length;
  }
  if (from > 0 || around.isAfter) cut.unshift({ text: '… ', found: false });
  if (to < text.length || around.isBefore) cut.push({ text: ' …', found: false });
  return cut;
}

function afterSpace(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 || space >= latest ? wholeLetter(text, from) : space + 1;
}

function beforeSpace(text: string, to: number, earliest: number): number {
  const space = text.lastIndexOf(' ', to);
  return space < earliest ? wholeLetter(text, to) : space;
}

/** Not between the halves of a letter beyond the first 65,536. */
const wholeLetter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at);
