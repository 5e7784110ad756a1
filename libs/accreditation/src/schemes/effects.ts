import { type Day, daysLater } from '@induct/platform';
import { earned, type Has, type HeldAward, isValidOn, standingSince, type Version } from '../rules/earned';
import { renewsSince } from '../rules/renewal';
import type { Missing, Shown } from '../rules/standing';

/** A version that may come into effect. */
export interface Draft extends Version {
  /** What becomes of those who have the award: they keep it as it is, or show by a day what is new. */
  forHolders: 'keep' | 'top_up';
  /** The last day of it. */
  topUpBy: Day | null;
}

/**
 * What a version does to a person on the day it comes into effect. A scheme cuts no award short: whoever has one keeps it to
 * its last day.
 */
export type Effect =
  | { kind: 'gains'; until: Day | null; by: string[]; renews: boolean }
  | { kind: 'keeps'; until: Day | null }
  | { kind: 'tops_up'; until: Day | null; by: Day | null; missing: Missing }
  /** The window is open: on that day the award is over, unless what is missing is shown. */
  | { kind: 'loses'; on: Day; missing: Missing };

export type EffectKind = Effect['kind'];

/** What a change does to one person. */
export interface PersonEffect {
  /** In the scheme itself; undefined for whoever neither has its award nor gains it. */
  effect: Effect | undefined;
  /** Awards of other schemes that come with it. */
  also: { schemeId: string; until: Day | null }[];
}

/**
 * What a draft does to a person on a day.
 * @param versions all that are in effect on that day, the draft in the place of the version before it, as `inOrder` has them
 */
export function effects(versions: readonly Version[], has: Has, draft: Draft, day: Day): PersonEffect {
  const made = earned(versions, has, day);
  const gained = made.find(({ version }) => version.schemeId === draft.schemeId);
  const also = made
    .filter(({ version }) => version.schemeId !== draft.schemeId)
    .map(({ version, validUntil }) => ({ schemeId: version.schemeId, until: validUntil }));
  if (gained) {
    const { validUntil: until, by, period } = gained;
    return { effect: { kind: 'gains', until, by: by.map(({ id }) => id), renews: period > 1 }, also };
  }
  const award = has.awards.find(({ schemeId }) => schemeId === draft.schemeId);
  const effect = award && isValidOn(award, day) ? ofHolder(award, withMade(has, made, day), draft, day) : undefined;
  return { effect, also };
}

/** Of whoever has the award and does not renew it on this day. */
function ofHolder(award: HeldAward, has: Has<Shown>, draft: Draft, day: Day): Effect {
  const { validUntil } = award;
  if (draft.forHolders === 'top_up') {
    const now = standingSince(null, draft.rule, has, day);
    if (!now.met) return { kind: 'tops_up', until: validUntil, by: draft.topUpBy, missing: now.missing };
  }
  const opens = renewsSince(draft, award);
  if (validUntil === null || opens === null || day < opens) return { kind: 'keeps', until: validUntil };
  const anew = standingSince(opens, draft.rule, has, day);
  // Met, it would have been renewed above.
  if (anew.met) return { kind: 'keeps', until: validUntil };
  return { kind: 'loses', on: daysLater(validUntil, 1), missing: anew.missing };
}

/** With the awards that come on the day: they count for a level. */
function withMade(has: Has, made: ReturnType<typeof earned>, day: Day): Has {
  const others = has.awards.filter(({ schemeId }) => made.every(({ version }) => version.schemeId !== schemeId));
  const fresh = made.map(({ version: { schemeId, name }, period, validUntil }) => ({
    schemeId,
    name,
    awardedOn: day,
    period,
    validUntil,
    revoked: false,
  }));
  return { ...has, awards: [...others, ...fresh] };
}
