import { piecesOf } from '@induct/platform';
import { escaped, holdsTextOnly, isInline, isVoid, SAID_ATTRIBUTE } from './html-text';
import { expressionOf, itemsOf, variantsOf } from './said-expression';
import { type Find, sayRun } from './say';
import { hasWords, type Item, keyOf, sentencesOf, trimmed } from './sentences';
import { isList, isNode, type Node, type NodeList, printNode, textNode } from './template-tree';

/** Arguments of macros that are no words, whatever they look like. */
const NO_WORDS = new Set(
  (
    'id idPrefix name value classes href src action method type autocomplete inputmode spellcheck pattern kind key ' +
    'element formaction enctype target rel lang attributes titleId captionClasses form'
  ).split(' '),
);

/** Fixed texts in expressions that are words of ours: whole ones begin with a capital or have a space between words. */
const looksSaid = (text: string): boolean =>
  /\p{L}/u.test(text) &&
  (/^[“‘(]?\p{Lu}/u.test(text) || /\s\p{L}|\p{L}\s/u.test(text)) &&
  !/^\/|[{}=]|\.njk$|(^|\s)(govuk|induct|desk|js)-/.test(text);

/**
 * A template's tree, said in another language.
 * @param marksEnglish what has no translation is marked as English, for whoever listens to the page
 * @returns the tree that was given, changed
 */
export function translateTemplate(root: Node, find: Find, marksEnglish: boolean): Node {
  new Translator(find, marksEnglish).list(root as NodeList, false);
  return root;
}

class Translator {
  constructor(
    private readonly find: Find,
    private readonly marksEnglish: boolean,
  ) {}

  /** @param textOnly no tag may stand there: in a title */
  list(list: NodeList, textOnly: boolean): void {
    const say: Say = (items, at, isTextOnly) =>
      sayRun(items, at, {
        find: this.find,
        marksEnglish: this.marksEnglish && !isTextOnly,
      });
    const run = new Run(textOnly, say, (node) => this.expression(node));
    for (const child of list.children) {
      if (child.typename === 'Output' && isList(child)) {
        for (const piece of child.children) {
          if (piece.typename === 'TemplateData') run.text(String(piece['value']), piece);
          else run.print(piece);
        }
      } else {
        const isTextOnly = textOnly || run.isTextOnly;
        if (run.statement(child)) this.attributes(child, run);
        else this.statement(child, isTextOnly);
      }
    }
    run.end();
    list.children = run.done;
  }

  private statement(node: Node, textOnly: boolean): void {
    // What is between `set` and `endset` stands in no field of nunjucks's.
    if (node.typename === 'Set' && isNode(node['body'])) this.statement(node['body'], textOnly);
    const isTitle = node.typename === 'Block' && (node['name'] as Node)['value'] === 'title';
    for (const field of node.fields) {
      const value = node[field];
      if (!isNode(value)) continue;
      if (field === 'body' || field === 'else_' || field === 'default') {
        if (isList(value)) this.list(value, textOnly || isTitle);
        else this.statement(value, textOnly || isTitle);
      } else if (field === 'value' || field === 'arr') {
        node[field] = this.expression(value);
      }
    }
  }

  /** Something within a tag that depends on a condition: `<ul{% if label %} aria-label="Talks"{% endif %}>`. */
  private attributes(node: Node, run: Run): void {
    for (const field of ['body', 'else_']) {
      const value = node[field];
      if (!isNode(value)) continue;
      if (isList(value)) value.children = run.withSaidAttributes(value.children.flatMap(eachAlone), node);
      else this.attributes(value, run);
    }
  }

  /** With the texts of ours that stand in it: what macros are given, what is chosen between. */
  private expression(node: Node): Node {
    switch (node.typename) {
      case 'Literal':
      case 'Add':
      case 'Concat':
        return this.saidExpression(node);
      case 'Pair':
        if (!NO_WORDS.has(String((node['key'] as Node)['value']))) this.within(node, 'value');
        return node;
      case 'InlineIf':
        return this.within(node, 'body', 'else_');
      case 'Or':
      case 'And':
        return this.within(node, 'left', 'right');
      case 'FunCall':
      case 'Filter':
        return this.within(node, 'args');
      case 'Caller':
        this.list(node['body'] as NodeList, false);
        return node;
      case 'Dict':
      case 'KeywordArgs':
      case 'Array':
      case 'Group':
      case 'NodeList':
        if (isList(node)) node.children = node.children.map((child) => this.expression(child));
        return node;
      default:
        return node;
    }
  }

  private within(node: Node, ...fields: readonly string[]): Node {
    for (const field of fields) {
      const value = node[field];
      if (isNode(value)) node[field] = this.expression(value);
    }
    return node;
  }

  private saidExpression(node: Node): Node {
    const variants = variantsOf(itemsOf(node));
    if (variants?.is !== 'one') return node;
    if (!looksSaid(variants.items.map((item) => (item.is === 'text' ? item.text : '')).join(' '))) return node;
    let isTranslated = false;
    const items = sentencesOf(variants.items).flatMap((sentence) => {
      const { before, middle, after } = trimmed(sentence);
      const { key, gaps } = keyOf(middle);
      const found = hasWords(key) ? this.find(key) : undefined;
      if (found === undefined) return sentence;
      isTranslated = true;
      return [...before, ...inOrder(typeof found === 'string' ? found : found.other, gaps), ...after];
    });
    return isTranslated ? expressionOf(items, node) : node;
  }
}

const inOrder = (translation: string, gaps: ReadonlyMap<string, Item>): Item[] =>
  piecesOf(translation)
    .map((piece, nth): Item => (nth % 2 === 0 ? { is: 'text', text: escaped(piece) } : gaps.get(piece)!))
    .filter((item) => item !== undefined && !(item.is === 'text' && item.text === ''));

/** A value may hold words of its own, which are no part of the sentence: a macro's call. */
function withOwnWords(item: Item, translated: (node: Node) => Node): Item {
  if (item.is === 'value') return { ...item, node: translated(item.node) };
  if (item.is !== 'choice') return item;
  const all = (items: readonly Item[]) => items.map((one) => withOwnWords(one, translated));
  return { ...item, yes: all(item.yes), no: all(item.no) };
}

/** Where a tag begins; its name may be a value: `<{{ level }}>`. */
const TAG = /<(?=[/!a-zA-Z]|$)/;

/** A text or a value each. */
const eachAlone = (node: Node): Node[] =>
  node.typename === 'Output' && isList(node)
    ? node.children.map((child) =>
        child.typename === 'TemplateData' ? textNode(String(child['value']), child) : printNode(child),
      )
    : [node];

type Say = (items: readonly Item[], at: Node, isTextOnly: boolean) => Node[] | undefined;

/** What stands between two block tags, as it is read; a sentence goes over inline tags and values. */
class Run {
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
