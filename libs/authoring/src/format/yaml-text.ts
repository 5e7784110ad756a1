import { isCollection, isMap, isPair, isScalar, type Pair, parseDocument, type Scalar, stringify } from 'yaml';

export type Path = readonly (string | number)[];

/** Where something stands in a text: from its first letter to behind its last. */
interface Place {
  from: number;
  to: number;
}

/** A YAML text that cannot be read. */
export class YamlUnreadable extends Error {}

/** @throws YamlUnreadable */
export function readDocument(text: string): ReturnType<typeof parseDocument> {
  const document = parseDocument(text);
  if (document.errors[0]) throw new YamlUnreadable(document.errors[0].message);
  return document;
}

/** @throws YamlUnreadable */
export function readYamlText(text: string): unknown {
  const document = readDocument(text);
  try {
    return document.toJS();
  } catch (error) {
    // A text may refer to itself again and again, and be far larger than it looks.
    throw new YamlUnreadable((error as Error).message);
  }
}

/**
 * The same text with another value at a path; all else keeps its bytes, comments too. What is undefined goes. The map that holds it
 * has to be there.
 * @throws YamlUnreadable
 */
export function setYaml(text: string, path: Path, value: unknown): string {
  const key = String(path.at(-1));
  const document = readDocument(text);
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) throw new YamlUnreadable(`There is no map at ${path.slice(0, -1).join('.')}`);
  if (map.flow) return setInFlow(text, map.range!, { ...(map.toJSON() as object), [key]: value });
  const pairs = map.items.filter((item): item is Pair<Scalar> => isPair(item) && isScalar(item.key));
  const pair = pairs.find((one) => one.key.value === key);
  if (pair && isEqual(valueOf(pair), value)) return text;
  const first = pairs[0] && placeOf(text, pairs[0]);
  const indent = first ? columnOf(text, first.from) : 0;
  if (!pair)
    return value === undefined
      ? text
      : addedBehind(text, placeOf(text, pairs.at(-1)!), indent, written(key, value, indent));
  const place = placeOf(text, pair);
  if (value !== undefined) return spliced(text, place, written(key, value, indent));
  return withoutLines(text, place, pairs.indexOf(pair) === 0);
}

const valueOf = (pair: Pair): unknown =>
  isScalar(pair.value) ? pair.value.value : isCollection(pair.value) ? pair.value.toJSON() : undefined;

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function placeOf(text: string, pair: Pair<Scalar>): Place {
  const from = pair.key.range![0];
  const value = pair.value as { range?: [number, number, number] | null } | null;
  return { from, to: withoutTail(text, from, value?.range?.[1] ?? pair.key.range![1]) };
}

/** Back over empty lines and the comments that stand between this and what comes next. */
export function withoutTail(text: string, from: number, to: number): number {
  const lines = text.slice(from, to).split('\n');
  while (lines.length > 1 && /^\s*(#.*)?$/.test(lines.at(-1)!)) lines.pop();
  return from + lines.join('\n').trimEnd().length;
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text: string, at: number): number => at - lineStart(text, at);
export const spliced = (text: string, { from, to }: Place, put: string): string =>
  text.slice(0, from) + put + text.slice(to);

const setInFlow = (text: string, [from, to]: [number, number, number], value: object): string =>
  spliced(text, { from, to }, JSON.stringify(value));

/** A pair as text; further lines stand at the column of its key. */
const written = (key: string, value: unknown, indent: number): string => indented(yamlOf({ [key]: value }), indent);

/** A value as YAML, without a line's end behind it. */
export const yamlOf = (value: unknown): string => stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();

/** @param indent of every line but the first */
export const indented = (text: string, indent: number): string =>
  text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);

const addedBehind = (text: string, { to }: Place, indent: number, pair: string): string => {
  const end = lineEnd(text, to);
  return `${text.slice(0, end)}\n${' '.repeat(indent)}${pair}${text.slice(end)}`;
};

/** A comment behind a value belongs to it. */
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
};

function withoutLines(text: string, { from, to }: Place, isFirst: boolean): string {
  // The first pair of an item stands behind its hyphen: what comes next takes its place there.
  if (isFirst) {
    const next = /^[^\n]*\n\s*/.exec(text.slice(to))?.[0].length ?? 0;
    return text.slice(0, from) + text.slice(to + next);
  }
  return text.slice(0, lineStart(text, from)) + text.slice(lineEnd(text, to) + 1);
}
