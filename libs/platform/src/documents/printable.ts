import { draws, otherFaces, SERIF, type Typeface, usualFaces } from './typefaces';

/** What every document has anyway; asked for first, because almost every name needs nothing else. */
const USUAL = /^[\p{ASCII}\u00a0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u2010-\u2027]*$/u;
/** Letters with the marks that belong to them: they must come from one face, or the mark stands where it likes. */
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/gu;

let known: { usual: Typeface[]; others: Typeface[][] } | undefined;
const faces = () =>
  (known ??= {
    usual: usualFaces().filter(
      ({ family, weight, style }) => family === SERIF && weight === '600' && style === 'normal',
    ),
    others: otherFaces(),
  });

/**
 * The letters of a text that no face of the certificate has, each with its marks and once; none: it can be printed as it
 * is. The fonts of the machine do not count, because another machine has others.
 */
export function unprintable(text: string): string[] {
  return [...new Set(seen(text).filter((cluster) => !isUsual(cluster) && !otherFor(cluster)))];
}

/** The faces that a document with this text needs beyond the usual ones. */
export function facesFor(text: string): Typeface[] {
  const needed = seen(text).flatMap((cluster) => (isUsual(cluster) ? [] : (otherFor(cluster) ?? [])));
  return [...new Set(needed)];
}

function seen(text: string): string[] {
  if (USUAL.test(text)) return [];
  return Array.from(clusters.segment(text.normalize('NFC')), ({ segment }) => segment.replace(UNSEEN, '')).filter(
    (cluster) => cluster !== '',
  );
}

const isUsual = (cluster: string) => USUAL.test(cluster) || faces().usual.some((face) => hasAll(face, cluster));
const otherFor = (cluster: string) => faces().others.find(([face]) => hasAll(face!, cluster));
const hasAll = (face: Typeface, cluster: string) =>
  Array.from(cluster).every((letter) => draws(face, letter.codePointAt(0)!));
