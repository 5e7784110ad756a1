import { inOwnWords, NO_OFFICE, OWN_NAMES, type OwnWords, SHIPPED } from '@induct/platform';
import { isList, isNode, make, type Node, type NodeList } from './template-tree';

/** What an area is called that elects members, in each form that our sentences have of it; they say "division". */
const DISTRICTS = ['district', 'districts', 'District', 'Districts'] as const;
type DistrictForm = (typeof DISTRICTS)[number];
export type OwnWord = (typeof OWN_NAMES)[number] | DistrictForm;

/** The function of templates that says one of them. */
export const OWN_WORD = 'ownWord';

const NAMES = OWN_NAMES.map((word) => NO_OFFICE + SHIPPED[word]).join('|');
/** As a word of a sentence: not as a part of an address, and not as what a field of a form is called. */
const AREAS = String.raw`(?<![\w/"'=#?&.-])[Dd]ivisions?(?![\w/"'=-])`;
const IN_SENTENCES = new RegExp(`${NAMES}|${AREAS}`, 'g');

const isDistrict = (word: OwnWord): word is DistrictForm => (DISTRICTS as readonly string[]).includes(word);
const isOurDistrict = (text: string): boolean => /^[Dd]ivisions?$/.test(text);
const wordOf = (found: string): OwnWord =>
  isOurDistrict(found)
    ? (found.replace('ivision', 'istrict') as DistrictForm)
    : OWN_NAMES.find((word) => SHIPPED[word] === found)!;

/** One of them, as the council says it. */
export function ownWord(own: OwnWords, word: OwnWord): string {
  if (!isDistrict(word)) return own[word];
  const said = word.endsWith('s') ? `${own.district}s` : own.district;
  return word.startsWith('D') ? said[0]!.toUpperCase() + said.slice(1) : said;
}

/** Whether a template, or a sentence, says one of them. */
export const hasOwnWords = (text: string): boolean => text.search(IN_SENTENCES) >= 0;

/** What a page of ours is called, as the council says it: no name that somebody has typed. */
export const titleInOwnWords = (title: string, own: OwnWords): string =>
  inOwnWords(title, own).replaceAll(new RegExp(AREAS, 'g'), (found) => ownWord(own, wordOf(found)));

/** What stands above a column or before a value, when it is one of them by itself. */
export const ownLabel = (label: unknown, own: OwnWords): unknown =>
  typeof label === 'string' && isOurDistrict(label) ? ownWord(own, wordOf(label)) : label;

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
    // By itself and in small letters it is no word of a sentence, but what a field is called.
    if (/^[a-z]+$/.test(tree['value'])) return tree;
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
