/** `#0b4f5c`, in small letters. */
export type Colour = string;

export const IS_COLOUR = /^#[0-9a-f]{6}$/;

/** What stands on what, and how much of a difference it needs. */
interface Pair {
  /** `light`: what the colour is seen on, or what is written on it. */
  other: Colour;
  /** 4.5 for text, 3 for edges and pictures (WCAG 2.2, 1.4.3 and 1.4.11). */
  least: number;
  /** For people: "White text on it". */
  says: string;
}

export const TEXT = 4.5;
const EDGE = 3;

/** What the bar at the top meets: its text, and where it fills a measure, the empty part of that. */
export const ON_THE_BAR: readonly Pair[] = [
  { other: '#ffffff', least: TEXT, says: 'White text on the bar' },
  { other: '#cfe0e2', least: EDGE, says: 'The full part of a measure, beside the empty part' },
];

/** What links and buttons meet: white pages, the tint of the foot, the yellow of notes, and their own white text. */
export const ON_THE_PAGE: readonly Pair[] = [
  { other: '#ffffff', least: TEXT, says: 'A link on a white page, and white text on a button' },
  { other: '#e8efef', least: TEXT, says: 'A link at the foot of a page' },
  { other: '#fff4d6', least: TEXT, says: 'A link in a note' },
];

const channels = (colour: Colour): [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];

const written = (values: readonly number[]): Colour =>
  `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Mixed in the values that screens are given. @param part of the second, 0 to 1 */
export function mixed(one: Colour, other: Colour, part: number): Colour {
  const second = channels(other);
  return written(channels(one).map((value, at) => value + (second[at]! - value) * part));
}

const passes = (colour: Colour, pairs: readonly Pair[]): boolean =>
  pairs.every(({ other, least }) => contrast(colour, other) >= least);

/** What is wrong with a colour, with the nearest that serves. */
export interface TooFaint {
  /** Whole sentence without its end: "White text on the bar has a contrast of 1.9 to 1, and 4.5 is needed". */
  says: string;
  /** Of the same hue, as little darker as serves. */
  nearest: Colour;
}

/** Undefined: it serves. @param pairs all of light colours, so that only a darker one helps */
export function tooFaint(colour: Colour, pairs: readonly Pair[]): TooFaint | undefined {
  if (passes(colour, pairs)) return undefined;
  const [worst] = pairs.toSorted((a, b) => contrast(colour, a.other) / a.least - contrast(colour, b.other) / b.least);
  // Cut, not rounded: 4.49 is not 4.5.
  const ratio = (Math.floor(contrast(colour, worst!.other) * 10) / 10).toFixed(1);
  let [fits, fails] = [1, 0];
  for (let step = 0; step < 20; step += 1) {
    const part = (fits + fails) / 2;
    if (passes(mixed(colour, '#000000', part), pairs)) fits = part;
    else fails = part;
  }
  return {
    says: `${worst!.says} has a contrast of ${ratio} to 1, and ${worst!.least} is needed`,
    nearest: mixed(colour, '#000000', fits),
  };
}
