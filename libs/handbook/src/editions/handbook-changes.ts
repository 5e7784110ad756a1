import type { Day } from '@induct/platform';
import { dayInLondon } from '@induct/platform';
import type { HandbookTree, PlacedText } from '../sections/handbook-tree';
import { handbookWords } from '../sections/markdown';
import { type DiffPart, wordDiff } from '../sections/word-diff';

/** One text of the handbook as a reader has it before them. */
export interface Piece {
  /** Of the text’s entry, and of the district when it is told to one. */
  key: string;
  /** What it stands under, from the chapter on. */
  under: readonly string[];
  /** Of the section that one opens to read it; undefined: of a chapter. */
  slug: string | undefined;
  kind: PlacedText['kind'] | 'district';
  title: string;
  /** Title and text, as plain words. */
  words: string;
  since: Date | null;
}

/** What differs in one text. */
export interface HandbookChange extends Omit<Piece, 'words' | 'since'> {
  what: 'new' | 'gone' | 'changed';
  /** Undefined: nobody can say; it ended, or was taken out with what it stood in. */
  on: Day | undefined;
  parts: DiffPart[];
}

/** Every text of a tree, in the order in which it is read. */
export function piecesOf({ chapters }: HandbookTree): Piece[] {
  return chapters.flatMap(({ text: chapter, sections }) => [
    pieceOf(chapter, [], undefined),
    ...sections.flatMap(({ text: section, own, questions }) => [
      pieceOf(section, [chapter.title!], section.slug),
      ...(own ? [pieceOf(own, [chapter.title!, section.title!], section.slug)] : []),
      ...questions.map((question) => pieceOf(question, [chapter.title!, section.title!], section.slug)),
    ]),
  ]);
}

function pieceOf(text: PlacedText, under: readonly string[], slug: string | undefined): Piece {
  const { entryId, district, kind, since } = text;
  const title = text.title ?? `In ${district}`;
  return {
    key: district === null ? entryId : `${entryId} ${district}`,
    under,
    slug,
    kind: district === null ? kind : 'district',
    title,
    words: wordsOf(text),
    since,
  };
}

/** A district has no title of its own. */
const wordsOf = ({ title, body }: PlacedText): string =>
  [title ?? '', handbookWords(body)].filter((words) => words !== '').join('\n');

/**
 * What a reader finds otherwise than in what they read before: in the order in which it is read now, and what is gone where
 * it stood. What only moved, or only looks different, is no change.
 */
export function handbookChanges(before: HandbookTree, now: HandbookTree): HandbookChange[] {
  const [was, is] = [piecesOf(before), piecesOf(now)];
  const wasAt = new Map(was.map((piece) => [piece.key, piece]));
  const isAt = new Set(is.map(({ key }) => key));
  const changes = is.flatMap((piece): HandbookChange[] => {
    const old = wasAt.get(piece.key);
    if (old?.words === piece.words) return [];
    return [changeOf(piece, old ? 'changed' : 'new', old?.words ?? '', piece.words)];
  });
  const order = new Map(is.map(({ key }, at) => [key, at]));
  return was.reduce((all, piece, at) => {
    if (isAt.has(piece.key)) return all;
    // Behind the last of those before it that is still there.
    const near = was.slice(0, at).findLast(({ key }) => isAt.has(key));
    const from = near === undefined ? -1 : order.get(near.key)!;
    const behind = all.findIndex(({ what, key }) => what !== 'gone' && order.get(key)! > from);
    return all.toSpliced(behind < 0 ? all.length : behind, 0, changeOf(piece, 'gone', piece.words, ''));
  }, changes);
}

function changeOf(piece: Piece, what: HandbookChange['what'], before: string, after: string): HandbookChange {
  const { words: _words, since, ...about } = piece;
  const on = what === 'gone' || !since ? undefined : dayInLondon(since);
  return { ...about, what, on, parts: wordDiff(before, after) };
}
