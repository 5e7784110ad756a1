import { lettersBetween } from '@induct/platform';
import { foldName } from '../../persons/name-fold';

/** The name that was most likely meant; undefined when none is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const wanted = foldName(typed);
  const near = names
    .map((name) => ({ name, far: lettersBetween(wanted, foldName(name)) }))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))[0];
  return near && near.far <= Math.max(2, wanted.length * 0.45) ? near.name : undefined;
}
