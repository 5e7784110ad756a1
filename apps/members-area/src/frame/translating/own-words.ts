import { type CouncilIdentity, SHIPPED } from '@induct/platform';
import { isList, isNode, make, type Node, type NodeList } from './template-tree';

/** What a council may call otherwise. */
const WORDS = ['area', 'areaCy', 'team', 'teamCy'] as const;
export type OwnWord = (typeof WORDS)[number];

/** The function of templates that says one of them. */
export const OWN_WORD = 'ownWord';

/** As each stands in our sentences. An office that the law names is called so by every council. */
const IN_SENTENCES = new RegExp(WORDS.map((word) => `(?<!Head of )${SHIPPED[word]}`).join('|'), 'g');

const wordOf = (found: string): OwnWord => WORDS.find((word) => SHIPPED[word] === found)!;

/** Whether a template, or a sentence, says one of them. */
export const hasOwnWords = (text: string): boolean => text.search(IN_SENTENCES) >= 0;

/** A sentence of ours, as the council says it. Not for what people typed: that is theirs. */
export const inOwnWords = (text: string, own: Pick<CouncilIdentity, OwnWord>): string =>
  text.replaceAll(IN_SENTENCES, (found) => own[wordOf(found)]);

/** What stands in a text, piece by piece: text, and calls of `OWN_WORD` in place of our words. */
function piecesOf(text: string, kind: 'TemplateData' | 'Literal', at: Node): Node[] {
  const pieces: Node[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(IN_SENTENCES)) {
    pieces.push(make(kind, at, text.slice(from, index)));
    const said = make('NodeList', at, [make('Literal', at, wordOf(found))]);
    pieces.push(make('FunCall', at, make('Symbol', at, OWN_WORD), said));
    from = index + found.length;
  }
  return from === 0 ? [] : [...pieces, make(kind, at, text.slice(from))];
}

/** Puts the council's words in place of ours, in the texts of a template and in those that its expressions hold. Changes the tree. */
export function withOwnWords(tree: Node): Node {
  if (tree.typename === 'Output' && isList(tree)) {
    (tree as NodeList).children = tree.children.flatMap((child) => {
      if (child.typename !== 'TemplateData') return [withOwnWords(child)];
      const pieces = piecesOf(String(child['value']), 'TemplateData', child);
      return pieces.length > 0 ? pieces : [child];
    });
    return tree;
  }
  if (tree.typename === 'Literal' && typeof tree['value'] === 'string') {
    const [first, ...others] = piecesOf(tree['value'], 'Literal', tree);
    return first ? others.reduce((left, right) => make('Add', tree, left, right), first) : tree;
  }
  // What a field of an object is called is no text.
  for (const field of tree.typename === 'Pair' ? ['value'] : [...tree.fields, ...(isList(tree) ? ['children'] : [])]) {
    const held = tree[field];
    if (isNode(held)) tree[field] = withOwnWords(held);
    else if (Array.isArray(held)) tree[field] = held.map((one: unknown) => (isNode(one) ? withOwnWords(one) : one));
  }
  return tree;
}
