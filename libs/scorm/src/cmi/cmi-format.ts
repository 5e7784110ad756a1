import { decimal } from './cmi-reader';

/** Nested texts in the shape of scorm-again's loadFromJSON. */
export interface CmiTree {
  [element: string]: string | CmiTree;
}

/** Leaves out what is unset: loadFromJSON skips it too, and a default then stays a default. */
export function set(tree: CmiTree, element: string, value: string | CmiTree | undefined): void {
  if (value === undefined || value === '') return;
  if (typeof value === 'object' && Object.keys(value).length === 0) return;
  tree[element] = value;
}

/** As SCORM writes numbers: no exponent, at most seven digits after the point. */
export function number(value: number | undefined): string | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return value.toFixed(7).replace(/\.?0+$/, '');
}

/** The text when it is a plain decimal within the limits, else undefined. */
export function decimalWithin(text: string | undefined, min: number, max: number): string | undefined {
  if (text === undefined || !/^-?\d{1,10}(\.\d{1,18})?$/.test(text)) return undefined;
  const value = decimal(text)!;
  return value >= min && value <= max ? text : undefined;
}

export function integerWithin(text: string | undefined, min: number, max: number): string | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? decimalWithin(text, min, max) : undefined;
}

/** The text when it has no more than `length` characters (UTF-16 units, as browsers count), else undefined. */
export function upTo(length: number, text: string | undefined): string | undefined {
  return text !== undefined && text.length <= length ? text : undefined;
}

export function oneOf(words: readonly string[], text: string | undefined): string | undefined {
  return text !== undefined && words.includes(text) ? text : undefined;
}

/** As a collection: an object keyed "0", "1" … */
export function indexed(items: readonly CmiTree[]): CmiTree {
  return Object.fromEntries(items.map((item, index) => [String(index), item]));
}
