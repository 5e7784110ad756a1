import { diffWordsWithSpace } from 'diff';

/** Words of two texts: those of both, and those that only one has. */
export interface DiffPart {
  words: string;
  is: 'same' | 'added' | 'removed';
}

/** Texts that differ more than this have nothing in common worth showing; it also bounds the work. */
const MOST_EDITS = 2000;

/** What differs, word by word. Without what was added the parts are the text before; without what was removed, the one after. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return parts
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({ words: value, is: added ? 'added' : removed ? 'removed' : 'same' }));
}
