import type { Day } from '@induct/platform';
import { type Has, isValidOn, standingSince, type Version } from './earned';
import type { Missing, Shown } from './standing';

/** A version that is in effect, and what it says to those who had the award before it. */
export interface ToppedUp extends Version {
  effectiveFrom: Day;
  /** The last day on which they show what is new; null: they keep the award as it is. */
  topUpBy: Day | null;
}

/** What somebody has to show beside an award that they keep. */
export interface TopUp {
  by: Day;
  missing: Missing;
}

/** What somebody has, and since when each core skill is one; null: always. */
export interface HasByThen extends Has {
  coreSince: ReadonlyMap<string, Day | null>;
}

/**
 * What a version that came after somebody's award asks of them by a day, as its simulation said (`tops_up`). The award counts to
 * its last day either way. Of what is suspended, the award or one below it, officers are still to decide: nothing is asked meanwhile.
 */
export function topUpOf(version: ToppedUp, has: HasByThen, today: Day): TopUp | undefined {
  const { id, schemeId, rule, effectiveFrom, topUpBy } = version;
  const award = has.awards.find((one) => one.schemeId === schemeId);
  if (topUpBy === null || !award || award.suspended || !isValidOn(award, today)) return undefined;
  // Of one that the version itself gave, everything was shown, or two officers gave it by hand: on its first day too.
  if (award.awardedOn > effectiveFrom || award.versionId === id) return undefined;
  const now = standingSince(null, rule, shownUnder(version, has), today);
  return now.met ? undefined : { by: topUpBy, missing: now.missing };
}

/**
 * What was shown to a version, and what it could ask for: whatever counted on its first day or later was shown, though it has run out
 * since, and what became a core skill later is nothing that the version asks for.
 */
function shownUnder({ effectiveFrom }: ToppedUp, { evidence, core, coreSince, awards }: HasByThen): Has {
  const shown = <One extends Pick<Shown, 'validUntil'>>(one: One): One =>
    one.validUntil !== null && one.validUntil >= effectiveFrom ? { ...one, validUntil: null } : one;
  return {
    evidence: evidence.map(shown),
    core: core.filter((need) => (coreSince.get(need) ?? effectiveFrom) <= effectiveFrom),
    awards: awards.map((award) => ({ ...shown(award), suspended: false })),
  };
}
