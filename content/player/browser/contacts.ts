/** A part of a text; what can be rung or written to has an address. */
export interface Piece {
  text: string;
  href?: string;
}

// A number that is dialled begins with 0 or with the code of a country, and is written in groups; amounts and years are not.
const CONTACT =
  /(?<email>[a-z0-9][\w.+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+)|(?<![\w£.,/-])(?<phone>(?:\+[1-9]|0)\d*(?:[ \u00a0]?\d)+)(?!\w)/giu;
/** Digits of a telephone number, with the code of its country. */
const FEWEST = 10;
const MOST = 15;

/** Telephone numbers and e-mail addresses in a text, and what stands between them. */
export function contactsIn(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index, groups } of text.matchAll(CONTACT)) {
    const href = groups!['email'] ? `mailto:${found}` : dialled(found);
    if (!href) continue;
    if (index > at) pieces.push({ text: text.slice(at, index) });
    pieces.push({ text: found, href });
    at = index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** `tel:` has digits and a plus only. */
function dialled(number: string): string | undefined {
  const digits = number.replaceAll(/[^\d+]/g, '');
  const count = digits.replace('+', '').length;
  return count >= FEWEST && count <= MOST ? `tel:${digits}` : undefined;
}
