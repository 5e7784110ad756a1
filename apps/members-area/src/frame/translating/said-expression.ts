import { escaped, unescaped } from './html-text';
import type { Item } from './sentences';
import { isList, isNode, make, type Node } from './template-tree';

/** How many ways one sentence may be said before it is left as it stands. */
const MOST_CHOICES = 4;

/** What an expression puts into a sentence: fixed words of it are words of the sentence. */
export function itemsOf(node: Node): Item[] {
  if (node.typename === 'Literal' && typeof node['value'] === 'string')
    return [{ is: 'text', text: escaped(node['value']) }];
  if (node.typename === 'Group' && isList(node) && node.children.length === 1) return itemsOf(node.children[0]!);
  if ((node.typename === 'Add' || node.typename === 'Concat') && joinsWords(node))
    return [node['left'], node['right']].filter(isNode).flatMap(itemsOf);
  if (node.typename === 'InlineIf' && choosesWords(node)) {
    const yes = itemsOf(node['body'] as Node);
    const no = isNode(node['else_']) ? itemsOf(node['else_']) : [];
    return [{ is: 'choice', node, condition: node['cond'] as Node, yes, no }];
  }
  return [{ is: 'value', node }];
}

const isWords = (node: unknown): boolean =>
  isNode(node) && node.typename === 'Literal' && typeof node['value'] === 'string' && /\p{L}/u.test(node['value']);

/** A chain of `+` or `~` with words of ours in it. */
const joinsWords = (node: unknown): boolean =>
  isWords(node) ||
  (isNode(node) &&
    ['Add', 'Concat', 'Group'].includes(node.typename) &&
    [node['left'], node['right'], ...(isList(node) ? node.children : [])].some(joinsWords));

const choosesWords = (node: unknown): boolean =>
  joinsWords(node) ||
  (isNode(node) &&
    ['InlineIf', 'Group'].includes(node.typename) &&
    [node['body'], node['else_'], ...(isList(node) ? node.children : [])].some(choosesWords));

const choices = (items: readonly Item[]): number =>
  items.reduce((all, item) => (item.is === 'choice' ? all + 1 + choices(item.yes) + choices(item.no) : all), 0);

/** A sentence with choices is several whole ones. */
export type Variants = { is: 'one'; items: Item[] } | { is: 'if'; condition: Node; yes: Variants; no: Variants };

export const variantsOf = (items: readonly Item[]): Variants | undefined =>
  choices(items) > MOST_CHOICES ? undefined : chosen(items, new Map());

/** @param known what was chosen before by the same condition: "is" and "it" go together, "are" and "them" */
function chosen(items: readonly Item[], known: ReadonlyMap<string, boolean>): Variants {
  const at = items.findIndex(({ is }) => is === 'choice');
  const choice = items[at];
  if (choice?.is !== 'choice') return { is: 'one', items: joined(items) };
  const condition = sameCondition(choice.condition);
  const way = (isYes: boolean) =>
    chosen(
      [...items.slice(0, at), ...(isYes ? choice.yes : choice.no), ...items.slice(at + 1)],
      new Map(known).set(condition, isYes),
    );
  const before = known.get(condition);
  if (before !== undefined) return way(before);
  return { is: 'if', condition: choice.condition, yes: way(true), no: way(false) };
}

/** Without the places where it was written. */
const sameCondition = (condition: Node): string =>
  JSON.stringify(condition, (name, value: unknown) => (name === 'lineno' || name === 'colno' ? undefined : value));

/** Texts that stand side by side are one. */
function joined(items: readonly Item[]): Item[] {
  const all: Item[] = [];
  for (const item of items) {
    const last = all.at(-1);
    if (item.is === 'text' && last?.is === 'text') all[all.length - 1] = { is: 'text', text: last.text + item.text };
    else all.push(item);
  }
  return all;
}

/** An item as an expression again, for where only an expression may stand. */
export function expressionOf(items: readonly Item[], at: Node): Node {
  const parts = items.map((item) => {
    if (item.is === 'text') return make('Literal', at, unescaped(item.text));
    if (item.is === 'value' || item.is === 'choice') return item.node;
    throw new Error('a tag cannot stand in an expression');
  });
  return parts.reduce((left, right) => make('Concat', at, left, right));
}
