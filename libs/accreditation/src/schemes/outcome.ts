import { britishDate, type Day } from '@induct/platform';
import type { PersonEffect } from './effects';

/** The newest award of a scheme, as it is once everybody has been considered. */
export interface AwardNow {
  schemeId: string;
  /** The scheme's. */
  name: string;
  awardedOn: Day;
  validUntil: Day | null;
  /** It was made since the version was adopted. */
  isNew: boolean;
}

/** What became of a person. */
export interface Came {
  awards: readonly AwardNow[];
  /** What was recorded, or withdrawn, since the version was adopted: `“Planning” was shown on 2 May 2027`. */
  between: readonly string[];
}

/**
 * What became of a person otherwise than the simulation said, with what came in between.
 * @param schemeId of the version
 * @param day it came into effect on
 * @returns undefined when all is as it was said
 */
export function differenceOf(said: PersonEffect, schemeId: string, day: Day, came: Came): string | undefined {
  const expected = new Map(said.also.map((one) => [one.schemeId, one.until]));
  if (said.effect?.kind === 'gains') expected.set(schemeId, said.effect.until);
  const fresh = came.awards.filter(({ isNew }) => isNew);
  const wrong = fresh.filter((award) => expected.get(award.schemeId) !== award.validUntil);
  const missing = [...expected.keys()].filter((scheme) => fresh.every((award) => award.schemeId !== scheme));
  if (wrong.length === 0 && missing.length === 0) return undefined;
  const what = [
    ...wrong.map(
      ({ name, awardedOn, validUntil }) => `${name} was awarded on ${britishDate(awardedOn)}, ${lastDay(validUntil)}`,
    ),
    ...missing.map(
      (scheme) => `${came.awards.find((award) => award.schemeId === scheme)?.name ?? 'The award'} did not come`,
    ),
  ];
  const late = wrong.some(({ awardedOn }) => awardedOn > day);
  const why =
    came.between.length > 0 ? came.between : [late ? 'It came on a later day' : 'Nothing is recorded in between'];
  return `${what.join('; ')}. ${why.join('; ')}.`;
}

const lastDay = (validUntil: Day | null): string =>
  validUntil === null ? 'without an end date' : `valid until ${britishDate(validUntil)}`;
