import { awardsIn, type Rule } from './rule';

/** A version of a scheme, as far as its place among the others goes. */
export interface Placed {
  schemeId: string;
  rule: Rule;
}

/**
 * Versions so that a scheme comes after those whose award it asks for: one pass earns every level. Where none is above the
 * other, they stay as they come.
 * @returns undefined when they go in a circle: nobody could ever begin
 */
export function inOrder<Version extends Placed>(versions: readonly Version[]): Version[] | undefined {
  const known = new Set(versions.map(({ schemeId }) => schemeId));
  const ordered: Version[] = [];
  const done = new Set<string>();
  let waiting = [...versions];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ rule }) =>
      awardsIn(rule).every((scheme) => done.has(scheme) || !known.has(scheme)),
    );
    if (ready.length === 0) return undefined;
    ordered.push(...ready);
    for (const { schemeId } of ready) done.add(schemeId);
    waiting = waiting.filter((version) => !ready.includes(version));
  }
  return ordered;
}
