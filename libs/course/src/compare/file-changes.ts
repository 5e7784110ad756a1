import type { FileDifference, VersionPair } from './comparable';

/** What became of the files, by path and by the hash of their bytes. Paths in their order. */
export interface FileChanges {
  changed: string[];
  added: string[];
  removed: string[];
  /** The same bytes under another path. */
  moved: { before: string; after: string }[];
  same: number;
}

export function fileChanges({ differences, sameFiles }: Pick<VersionPair, 'differences' | 'sameFiles'>): FileChanges {
  const sorted = differences.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const removed = sorted.filter(({ after }) => after === null);
  const added = sorted.filter(({ before }) => before === null);
  const moved = movedFiles(removed, added);
  const from = new Set(moved.map(({ before }) => before));
  const to = new Set(moved.map(({ after }) => after));
  return {
    changed: sorted.filter(({ before, after }) => before !== null && after !== null).map(pathOf),
    added: added.map(pathOf).filter((path) => !to.has(path)),
    removed: removed.map(pathOf).filter((path) => !from.has(path)),
    moved,
    same: sameFiles,
  };
}

/** How many paths are not what they were. */
export const filesTouched = ({ changed, added, removed, moved }: FileChanges): number =>
  changed.length + added.length + removed.length + moved.length;

const pathOf = ({ path }: FileDifference) => path;

function movedFiles(removed: readonly FileDifference[], added: readonly FileDifference[]): FileChanges['moved'] {
  const places = new Map<string, string[]>();
  for (const { path, after } of added) places.set(after!, [...(places.get(after!) ?? []), path]);
  return removed.flatMap(({ path, before }) => {
    const to = places.get(before!)?.shift();
    return to === undefined ? [] : [{ before: path, after: to }];
  });
}
