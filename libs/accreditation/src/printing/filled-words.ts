import type { Said, SaidFacts } from '../certificate/said-facts';
import type { TEXT_PLACES } from '../certificate/template';

/** A piece of a text; `name` when it was filled in. */
export interface Piece {
  text: string;
  name: boolean;
  /** BCP 47, of what is in another language than the text around it; else empty. */
  lang: string;
}

export type Places = Record<(typeof TEXT_PLACES)[number], Said>;

/** What may be filled in of a certificate, in the language of `said`. */
export const placesOf = (said: SaidFacts, number: string): Places => ({
  council: said.council,
  scheme: said.scheme,
  edition: said.edition,
  holder: { text: said.holder },
  number: { text: number },
  awardedOn: { text: said.awardedOn },
  validUntil: { text: said.valid },
});

/** A text of a template in pieces; a name in braces that there is not stays as it is written. */
export function filledPieces(text: string, places: Places): Piece[] {
  const pieces = text.split(/\{(\w+)\}/);
  return pieces.flatMap((piece, at): Piece[] => {
    if (at % 2 === 0) return piece === '' ? [] : [{ text: piece, name: false, lang: '' }];
    const filled = Object.hasOwn(places, piece) ? places[piece as keyof Places] : undefined;
    if (!filled) return [{ text: `{${piece}}`, name: false, lang: '' }];
    return [{ text: filled.text, name: true, lang: filled.lang ?? '' }];
  });
}

/** The same as one text. */
export const filledText = (text: string, places: Places): string =>
  filledPieces(text, places)
    .map((piece) => piece.text)
    .join('');
