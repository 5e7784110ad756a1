import type { Day } from '@induct/platform';
import { type Has, isValidOn, standingSince, type Version } from './earned';
import type { Missing } from './standing';

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

/**
 * What a version that came after somebody's award asks of them by a day, as its simulation said (`tops_up`). The award counts to
 * its last day either way. Of what is suspended officers are still to decide: nothing is asked meanwhile.
 */
export function topUpOf({ schemeId, rule, effectiveFrom, topUpBy }: ToppedUp, has: Has, today: Day): TopUp | undefined {
  const award = has.awards.find((one) => one.schemeId === schemeId);
  if (topUpBy === null || !award || award.suspended || !isValidOn(award, today)) return undefined;
  // Of one that the version itself gave, everything was shown.
  if (award.awardedOn > effectiveFrom) return undefined;
  const now = standingSince(null, rule, has, today);
  return now.met ? undefined : { by: topUpBy, missing: now.missing };
}
