import { unescaped } from './html-text';
import type { Node } from './template-tree';

/** What a sentence is made of. */
export type Item =
  /** As it stands in the page: `&amp;`. */
  | { is: 'text'; text: string }
  /** An expression whose value is put in. */
  | { is: 'value'; node: Node }
  /** A tag within the sentence. `pieces`: its source, and what is put into it. */
  | { is: 'open' | 'close' | 'alone'; tag: string; pieces: readonly Node[] }
  /** One text or another: `{{ "This module" if total == 1 else "These modules" }}`. */
  | { is: 'choice'; node: Node; condition: Node; yes: Item[]; no: Item[] };

const isTag = (item: Item) => item.is === 'open' || item.is === 'close' || item.is === 'alone';

/** Where a sentence ends and another begins; not after "(No. 2)". */
const BETWEEN = /(?<=(?<!\bNo)[.?!]["”’)]?)(\s+)(?=["“‘(]?[\p{Lu}\d]|$)/u;

/** Cuts what stands between two block tags into sentences. None ends within a link or another tag. */
export function sentencesOf(items: readonly Item[]): Item[][] {
  const sentences: Item[][] = [[]];
  let open = 0;
  const put = (item: Item) => sentences.at(-1)!.push(item);
  for (const [at, item] of items.entries()) {
    if (item.is === 'open') open += 1;
    if (item.is === 'close') open -= 1;
    if (item.is !== 'text' || open > 0) {
      put(item);
      continue;
    }
    const isLast = at === items.length - 1;
    const parts = item.text.split(BETWEEN);
    for (const [nth, text] of parts.entries()) {
      if (text === '') continue;
      put({ is: 'text', text });
      const next = nth % 2 === 1 && (nth < parts.length - 2 || parts.at(-1) !== '' || !isLast);
      if (next) sentences.push([]);
    }
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** What stands before a sentence and after it without belonging to it: spaces, and tags around the whole of it. */
export function trimmed(sentence: readonly Item[]): { before: Item[]; middle: Item[]; after: Item[] } {
  const before: Item[] = [];
  const after: Item[] = [];
  let middle = [...sentence];
  const isSpace = (item: Item | undefined) => item?.is === 'text' && item.text.trim() === '';
  for (let goes = true; goes;) {
    goes = false;
    while (isSpace(middle[0])) before.push(middle.shift()!);
    while (isSpace(middle.at(-1))) after.unshift(middle.pop()!);
    const [first] = middle;
    const last = middle.at(-1);
    if (first && isTag(first) && (first.is !== 'open' || closeOf(middle, 0) === undefined)) {
      before.push(middle.shift()!);
      goes = true;
    } else if (
      last &&
      isTag(last) &&
      (last.is !== 'close' || !middle.some((_, at) => closeOf(middle, at) === middle.length - 1))
    ) {
      after.unshift(middle.pop()!);
      goes = true;
    } else if (first?.is === 'open' && middle.length > 1 && closeOf(middle, 0) === middle.length - 1) {
      before.push(middle.shift()!);
      after.unshift(middle.pop()!);
      goes = true;
    }
  }
  const [first] = middle;
  if (first?.is === 'text' && /^\s/.test(first.text)) {
    const [space] = /^\s+/.exec(first.text)!;
    before.push({ is: 'text', text: space });
    middle = [{ is: 'text', text: first.text.slice(space.length) }, ...middle.slice(1)];
  }
  const last = middle.at(-1);
  if (last?.is === 'text' && /\s$/.test(last.text)) {
    const [space] = /\s+$/.exec(last.text)!;
    after.unshift({ is: 'text', text: space });
    middle = [...middle.slice(0, -1), { is: 'text', text: last.text.slice(0, -space.length) }];
  }
  return { before, middle, after };
}

/** Where the tag that opens at a place is closed again. */
function closeOf(items: readonly Item[], at: number): number | undefined {
  const opening = items[at];
  if (opening?.is !== 'open') return undefined;
  let depth = 0;
  for (let place = at; place < items.length; place += 1) {
    const item = items[place]!;
    if (item.is === 'open') depth += 1;
    if (item.is === 'close') depth -= 1;
    if (depth === 0 && item.is === 'close') return item.tag === opening.tag ? place : undefined;
  }
  return undefined;
}

/** The English of a sentence, and what its gaps stand for: `Sent to ⟨0⟩, ⟨1⟩change it⟨/1⟩.` */
export function keyOf(items: readonly Item[]): { key: string; gaps: Map<string, Item> } {
  const gaps = new Map<string, Item>();
  const closes = new Map<number, number>();
  let key = '';
  let count = 0;
  for (const [at, item] of items.entries()) {
    if (item.is === 'text') {
      key += unescaped(item.text);
      continue;
    }
    const closed = closes.get(at);
    if (closed === undefined) {
      const close = closeOf(items, at);
      if (close !== undefined) closes.set(close, count);
    }
    const name = closed === undefined ? `${count++}` : `/${closed}`;
    gaps.set(name, item);
    key += `⟨${name}⟩`;
  }
  return { key: key.replace(/\s+/g, ' ').trim(), gaps };
}

/** Words for people stand in it: attributes that GOV.UK puts together outside a tag are none. */
export const hasWords = (key: string): boolean => /\p{L}/u.test(key.replace(/⟨\/?\d+⟩/g, '')) && !key.includes('="');
