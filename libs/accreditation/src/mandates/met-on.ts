import type { Day } from '@induct/platform';
import { standing, type Shown } from '../rules/standing';
import type { HeldAward } from './person-facts.queries';

/** What is to be met, and since when it counts. */
export interface ToMeet {
  requirementId: string | null;
  schemeId: string | null;
  /** What was met before `since` does not count. */
  anew: boolean;
  since: Day;
}

/**
 * The day on which somebody has met what is asked; undefined while they have not. It counts when it is met today: what has
 * run out does not.
 */
export function metOn(
  { requirementId, schemeId, anew, since }: ToMeet,
  held: { evidence: readonly Shown[]; awards: readonly HeldAward[] },
  today: Day,
): Day | undefined {
  if (requirementId !== null) {
    const evidence = anew ? held.evidence.filter((one) => one.metOn >= since) : held.evidence;
    const now = standing({ need: requirementId }, { evidence, core: [] }, today);
    return now.met ? now.by[0]!.metOn : undefined;
  }
  const counts = held.awards.filter(
    ({ schemeId: of, on, until, suspended }) =>
      !suspended && of === schemeId && on <= today && (until === null || today <= until) && (!anew || on >= since),
  );
  return counts[0]?.on;
}

/** Whether what met it counts no more. What is suspended is not lost: officers are still to decide. */
export const isLost = (toMeet: ToMeet, { evidence, awards }: Parameters<typeof metOn>[1], today: Day): boolean =>
  metOn(toMeet, { evidence, awards: awards.map((one) => ({ ...one, suspended: false })) }, today) === undefined;
