import { piecesOf, type PluralForms, type Sentence } from '@induct/platform';
import { escaped } from './html-text';
import { type Variants, variantsOf } from './said-expression';
import { hasWords, type Item, keyOf, sentencesOf, trimmed } from './sentences';
import { listOf, make, type Node, printNode, textNode } from './template-tree';

/** What a template says in another language; undefined: nothing, and the English stands. */
export type Find = (key: string) => Sentence | undefined;

/** The filter that tells which plural form a number takes. */
export const PLURAL_FILTER = 'pluralForm';

export interface Saying {
  find: Find;
  /** What has no translation is marked as English, for whoever listens to the page. */
  marksEnglish: boolean;
}

/** What stands between two block tags, in the other language. Undefined: as it was. */
export function sayRun(items: readonly Item[], at: Node, how: Saying): Node[] | undefined {
  const sentences = sentencesOf(items).map((sentence) => saySentence(sentence, at, how));
  if (sentences.every((said) => said.isAsBefore)) return undefined;
  return sentences.flatMap(({ nodes }) => nodes);
}

function saySentence(sentence: readonly Item[], at: Node, how: Saying): { nodes: Node[]; isAsBefore: boolean } {
  const { before, middle, after } = trimmed(sentence);
  const variants = variantsOf(middle);
  const said = variants && sayVariants(variants, at, how);
  const english = () => nodesOf(sentence, at);
  if (!said) return { nodes: english(), isAsBefore: true };
  return { nodes: [...nodesOf(before, at), ...said, ...nodesOf(after, at)], isAsBefore: false };
}

function sayVariants(variants: Variants, at: Node, how: Saying): Node[] | undefined {
  if (variants.is === 'one') return sayOne(variants.items, at, how);
  const yes = sayVariants(variants.yes, at, how);
  const no = sayVariants(variants.no, at, how);
  if (!yes && !no) return undefined;
  return [
    make(
      'If',
      at,
      variants.condition,
      listOf(yes ?? englishOf(variants.yes, at), at),
      listOf(no ?? englishOf(variants.no, at), at),
    ),
  ];
}

function englishOf(variants: Variants, at: Node): Node[] {
  if (variants.is === 'one') return nodesOf(variants.items, at);
  const [yes, no] = [englishOf(variants.yes, at), englishOf(variants.no, at)];
  return [make('If', at, variants.condition, listOf(yes, at), listOf(no, at))];
}

function sayOne(items: readonly Item[], at: Node, how: Saying): Node[] | undefined {
  const { before, middle, after } = trimmed(items);
  const { key, gaps } = keyOf(middle);
  if (!hasWords(key)) return undefined;
  const around = (nodes: Node[]) => [...nodesOf(before, at), ...nodes, ...nodesOf(after, at)];
  const found = how.find(key);
  if (found === undefined) {
    const isWhole =
      middle.every(({ is }) => is !== 'open' && is !== 'close') ||
      middle.every((_, place) => isPaired(gaps, middle[place]!));
    if (!how.marksEnglish || !isWhole) return undefined;
    return around([textNode('<span lang="en">', at), ...nodesOf(middle, at), textNode('</span>', at)]);
  }
  if (typeof found === 'string') return around(filled(found, gaps, at));
  return around(inForms(found, gaps, at));
}

/** A tag whose other end stands in the sentence too. */
function isPaired(gaps: ReadonlyMap<string, Item>, item: Item): boolean {
  if (item.is !== 'open' && item.is !== 'close') return true;
  const name = [...gaps].find(([, one]) => one === item)![0];
  return name.startsWith('/') || gaps.has(`/${name}`);
}

/** One of several texts, by the number that is put into the first gap. */
function inForms({ other, ...forms }: PluralForms, gaps: ReadonlyMap<string, Item>, at: Node): Node[] {
  const counted = gaps.get('0');
  const rest = filled(other, gaps, at);
  if (counted?.is !== 'value') return rest;
  return Object.entries(forms).reduce((otherwise, [form, text]) => {
    const found = make('Filter', at, make('Symbol', at, PLURAL_FILTER), listOf([counted.node], at));
    const is = make('Compare', at, found, [make('CompareOperand', at, make('Literal', at, form), '==')]);
    return [make('If', at, is, listOf(filled(text, gaps, at), at), listOf(otherwise, at))];
  }, rest);
}

const filled = (translation: string, gaps: ReadonlyMap<string, Item>, at: Node): Node[] =>
  piecesOf(translation).flatMap((piece, nth) => {
    if (nth % 2 === 0) return piece === '' ? [] : [textNode(escaped(piece), at)];
    const item = gaps.get(piece);
    return item ? nodesOf([item], at) : [];
  });

function nodesOf(items: readonly Item[], at: Node): Node[] {
  return items.flatMap((item) => {
    if (item.is === 'text') return [textNode(item.text, at)];
    return item.is === 'value' || item.is === 'choice' ? [printNode(item.node)] : item.pieces;
  });
}
