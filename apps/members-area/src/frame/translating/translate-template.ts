import { piecesOf } from '@induct/platform';
import { escaped } from './html-text';
import { expressionOf, itemsOf, variantsOf } from './said-expression';
import { type Find, sayRun } from './say';
import { Run, type Say } from './run';
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

/** A text or a value each. */
const eachAlone = (node: Node): Node[] =>
  node.typename === 'Output' && isList(node)
    ? node.children.map((child) =>
        child.typename === 'TemplateData' ? textNode(String(child['value']), child) : printNode(child),
      )
    : [node];
