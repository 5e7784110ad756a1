import { foldName } from '../persons/name-fold';

/** The name that was most likely meant; undefined when none is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const wanted = foldName(typed);
  const near = names
    .map((name) => ({ name, far: distance(wanted, foldName(name)) }))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))[0];
  return near && near.far <= Math.max(2, wanted.length * 0.45) ? near.name : undefined;
}

/** How many letters are to be added, left out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    before = row;
  }
  return before[other.length]!;
}
