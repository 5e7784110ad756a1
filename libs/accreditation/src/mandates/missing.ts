import type { Missing } from '../rules/standing';

/**
 * How long what is missing takes, by the shortest way through the rule; null when of some of it nobody has said how long.
 * @param minutes by requirement
 */
export function minutesOf(missing: Missing, minutes: ReadonlyMap<string, number>): number | null {
  if ('need' in missing) return minutes.get(missing.need) ?? null;
  if ('award' in missing) return null;
  const known = missing.of.flatMap((part) => minutesOf(part, minutes) ?? []).toSorted((a, b) => a - b);
  if (known.length < missing.n || missing.n === 0) return null;
  return known.slice(0, missing.n).reduce((sum, one) => sum + one, 0);
}

/** What is missing of the schemes whose awards are missing, in their place. None of them asks for itself. */
export function withoutAwards(missing: Missing, ofScheme: (schemeId: string) => Missing | undefined): Missing {
  if ('need' in missing) return missing;
  if ('of' in missing) return { ...missing, of: missing.of.map((part) => withoutAwards(part, ofScheme)) };
  const rest = ofScheme(missing.award);
  return rest ? withoutAwards(rest, ofScheme) : missing;
}
