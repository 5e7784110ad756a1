import { holdsTextOnly, isInline, isVoid, SAID_ATTRIBUTE } from './html-text';
import { itemsOf } from './said-expression';
import type { Item } from './sentences';
import { isList, type Node, printNode, textNode } from './template-tree';

/** Where a tag begins; its name may be a value: `<{{ level }}>`. */
const TAG = /<(?=[/!a-zA-Z]|$)/;

/** @returns what stands in the place of the items; undefined when nothing is said otherwise */
export type Say = (items: readonly Item[], at: Node, isTextOnly: boolean) => Node[] | undefined;

/** What stands between two block tags, as it is read; a sentence goes over inline tags and values. */
export class Run {
  readonly done: Node[] = [];
  private items: Item[] = [];
  private sources: Node[] = [];
  /** What the tag is made of that is being read. */
  private tag: Node[] | undefined;
  private block = '';

  constructor(
    private readonly textOnly: boolean,
    private readonly say: Say,
    /** A value with the words of ours that stand in it. */
    private readonly translated: (node: Node) => Node,
  ) {}

  get isTextOnly(): boolean {
    return this.textOnly || holdsTextOnly(this.block);
  }

  text(source: string, at: Node): void {
    for (let rest = source; rest !== '';) {
      const end = this.tag ? rest.indexOf('>') + 1 : rest.search(TAG);
      const piece = end > 0 ? rest.slice(0, end) : end === 0 && !this.tag ? '' : rest;
      rest = rest.slice(piece.length);
      if (this.tag) {
        this.tag.push(textNode(piece, at));
        if (end > 0) this.endTag(this.tag, at);
      } else {
        if (piece !== '') this.take({ is: 'text', text: piece }, textNode(piece, at));
        if (end >= 0) this.tag = [];
      }
    }
  }

  print(expression: Node): void {
    if (this.tag) {
      this.tag.push(printNode(expression));
      return;
    }
    const items = itemsOf(expression).map((item) => withOwnWords(item, this.translated));
    if (items.length === 1 && items[0]!.is === 'value') this.take(items[0]!, printNode(items[0]!.node));
    else
      for (const [nth, item] of items.entries())
        this.take(item, nth === 0 ? printNode(expression) : textNode('', expression));
  }

  /** Ends a sentence. @returns that it stands within a tag, some of which depends on it */
  statement(node: Node): boolean {
    if (this.tag) {
      this.tag.push(node);
      return true;
    }
    this.end();
    this.done.push(node);
    return false;
  }

  end(): void {
    if (this.items.length > 0)
      this.done.push(...(this.say(this.items, this.sources[0]!, this.isTextOnly) ?? this.sources));
    this.done.push(...(this.tag ?? []));
    this.items = [];
    this.sources = [];
    this.tag = undefined;
  }

  private take(item: Item, ...sources: Node[]): void {
    this.items.push(item);
    this.sources.push(...sources);
  }

  private endTag(pieces: readonly Node[], at: Node): void {
    this.tag = undefined;
    const source = pieces.map(textOf).join('');
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source) ?? [];
    const said = this.withSaidAttributes(pieces, at);
    if (isInline(name)) {
      this.take({ is: slash ? 'close' : isVoid(name) ? 'alone' : 'open', tag: name, pieces: said }, ...said);
      return;
    }
    this.end();
    this.done.push(...said);
    this.block = slash ? '' : name;
  }

  /** `aria-label="Back"`, `alt="{{ name }}, in 2024"`. */
  withSaidAttributes(pieces: readonly Node[], at: Node): Node[] {
    const done: Node[] = [];
    let value: { items: Item[]; sources: Node[] } | undefined;
    for (const piece of pieces) {
      let rest: string | undefined = isText(piece) ? textOf(piece) : undefined;
      if (rest === undefined) {
        if (!value) done.push(piece);
        else {
          const [shown] = isList(piece) ? piece.children : [];
          value.sources.push(piece);
          value.items.push(
            ...(piece.typename === 'Output' && shown
              ? itemsOf(shown).map((item) => withOwnWords(item, this.translated))
              : [{ is: 'value' as const, node: piece }]),
          );
        }
        continue;
      }
      while (rest !== '') {
        if (!value) {
          const found = SAID_ATTRIBUTE.exec(rest);
          const end: number = found ? found.index + found[0].length : rest.length;
          done.push(textNode(rest.slice(0, end), at));
          rest = rest.slice(end);
          if (found) value = { items: [], sources: [] };
        } else {
          const end = rest.indexOf('"');
          const text = end === -1 ? rest : rest.slice(0, end);
          if (text !== '') {
            value.items.push({ is: 'text', text });
            value.sources.push(textNode(text, at));
          }
          rest = rest.slice(text.length);
          if (end !== -1) {
            done.push(...this.attribute(value, at));
            value = undefined;
          }
        }
      }
    }
    return [...done, ...(value?.sources ?? [])];
  }

  private attribute({ items, sources }: { items: Item[]; sources: Node[] }, at: Node): Node[] {
    const isPlain = sources.every(({ typename }) => typename === 'Output');
    return (isPlain && items.length > 0 && this.say(items, at, true)) || sources;
  }
}

const isText = (node: Node): boolean =>
  node.typename === 'Output' && isList(node) && node.children[0]?.typename === 'TemplateData';

const textOf = (node: Node): string => (isText(node) && isList(node) ? String(node.children[0]!['value']) : '');

/** A value may hold words of its own, which are no part of the sentence: a macro's call. */
function withOwnWords(item: Item, translated: (node: Node) => Node): Item {
  if (item.is === 'value') return { ...item, node: translated(item.node) };
  if (item.is !== 'choice') return item;
  const all = (items: readonly Item[]) => items.map((one) => withOwnWords(one, translated));
  return { ...item, yes: all(item.yes), no: all(item.no) };
}
