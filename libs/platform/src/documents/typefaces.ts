import { createRequire } from 'node:module';
import { lettersInFont } from './woff2-letters';

const require = createRequire(__filename);

/** One file of a typeface, as a style sheet names it. */
export interface Typeface {
  family: string;
  /** As in CSS. */
  weight: string;
  style: 'normal' | 'italic';
  /** As in CSS: the letters that it is used for. */
  range: string;
  path: string;
}

/** What certificates and reports are set in. */
export const SERIF = 'Source Serif 4';
export const SANS = 'Atkinson Hyperlegible Next';
/** Stands behind both of them in every style: other scripts look alike on all documents. */
export const OTHER_SCRIPTS = 'Other Scripts';

const CHINESE = '@fontsource-variable/noto-serif-sc';
/** Welsh ŵ and ŷ are in the second. */
const LATIN = ['latin', 'latin-ext'];

/** The faces that every document has. */
export const usualFaces = (): Typeface[] =>
  LATIN.flatMap((subset) => [
    serif(subset, '400'),
    serif(subset, '400', 'italic'),
    serif(subset, '600'),
    ...['400', '600'].map((weight) => face(SANS, '@fontsource/atkinson-hyperlegible-next', subset, weight)),
  ]);

/**
 * One list of faces for each alphabet beyond that, one for each weight. Chinese is cut into a hundred files by how
 * often its letters are used: a name needs one to three of them.
 */
export function otherFaces(): Typeface[][] {
  const chinese = Object.keys(rangesOf(CHINESE));
  const noto = (name: string, subset: string) =>
    ['400', '600'].map((weight) => face(OTHER_SCRIPTS, `@fontsource/noto-${name}`, subset, weight));
  return [
    ...['vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'].map((subset) =>
      ['400', '600'].map((weight) => ({ ...serif(subset, weight), family: OTHER_SCRIPTS })),
    ),
    noto('naskh-arabic', 'arabic'),
    noto('serif-hebrew', 'hebrew'),
    noto('serif-devanagari', 'devanagari'),
    ...chinese.map((subset) =>
      // One file that holds all weights: a face takes part in the family only under the weights that the others have.
      ['400', '600'].map((weight) => ({ ...face(OTHER_SCRIPTS, CHINESE, subset, 'wght'), weight })),
    ),
  ];
}

/** Whether a face is both there and asked for a letter: what its style sheet says, and what its file draws. */
export function draws({ path, range }: Typeface, codePoint: number): boolean {
  return inRange(range, codePoint) && lettersOf(path).has(codePoint);
}

const serif = (subset: string, weight: string, style: Typeface['style'] = 'normal') =>
  face(SERIF, '@fontsource/source-serif-4', subset, weight, style);

function face(
  family: string,
  font: string,
  subset: string,
  weight: string,
  style: Typeface['style'] = 'normal',
): Typeface {
  const part = subset.replace(/[[\]]/g, '');
  const name = `${font.slice(font.indexOf('/') + 1)}-${part}-${weight}-${style}.woff2`;
  return { family, weight, style, range: rangesOf(font)[subset]!, path: require.resolve(`${font}/files/${name}`) };
}

const rangesOf = (font: string) => require(`${font}/unicode.json`) as Record<string, string>;

const letters = new Map<string, ReadonlySet<number>>();
function lettersOf(path: string): ReadonlySet<number> {
  const known = letters.get(path) ?? lettersInFont(path);
  letters.set(path, known);
  return known;
}

const ranges = new Map<string, [number, number][]>();
function inRange(range: string, codePoint: number): boolean {
  let known = ranges.get(range);
  if (!known) {
    known = range.split(',').map((part) => {
      const [first, last = first] = part.trim().slice(2).split('-');
      return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)];
    });
    ranges.set(range, known);
  }
  return known.some(([first, last]) => codePoint >= first && codePoint <= last);
}
