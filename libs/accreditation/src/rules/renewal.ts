import { type Day, daysLater } from '@induct/platform';
import { monthsLater } from '../certificate/validity';

/** How long an award of a version lasts, and how it is renewed. */
export interface Terms {
  /** Null: it has no end. */
  validityMonths: number | null;
  /** How long before the last day the window opens; null where nothing is renewed: an award without an end. */
  renewalOpensMonths: number | null;
  /** How long after the last day a renewal still follows it. The award is not valid in them. */
  graceDays: number;
}

/** An award, as far as the next one goes. */
export interface Period {
  period: number;
  /** The last day; null: without an end. */
  validUntil: Day | null;
}

/** The newest award of somebody. */
export interface LastPeriod extends Period {
  awardedOn: Day;
  /** The day on which its certificate was revoked. */
  revokedOn?: Day | null;
  /** It waited for an officer, and what it rested on counts no more: nobody ever had it. */
  lost?: boolean;
}

/** What can be earned on a day. */
export interface NextPeriod extends Period {
  /** Only evidence met since then counts: of a renewal, {@link renewsSince}. Null: all of it. */
  since: Day | null;
}

/** The first day of the window in which an award is renewed; null when it needs no renewal, or there is none. */
export function windowOpens({ renewalOpensMonths }: Terms, validUntil: Day | null): Day | null {
  return validUntil === null || renewalOpensMonths === null ? null : monthsLater(validUntil, -renewalOpensMonths);
}

/**
 * The first day whose evidence renews an award: of its window, and never before the day after it was made. What has earned an
 * award earns no second one, also where the window is as long as the award, or the award followed another in a long grace.
 * Of an award that was revoked the day after that: who shows everything anew has it again. Null: it is not renewed, or, of one
 * that is lost, whatever else was shown still counts.
 */
export function renewsSince(
  terms: Terms,
  { validUntil, awardedOn, revokedOn, lost }: Omit<LastPeriod, 'period'>,
): Day | null {
  if (lost) return null;
  if (revokedOn) return daysLater(revokedOn, 1);
  const opens = windowOpens(terms, validUntil);
  if (opens === null) return null;
  const after = daysLater(awardedOn, 1);
  return opens > after ? opens : after;
}

/**
 * The period that somebody can earn on a day. The first asks for the whole rule. A renewal asks for it anew, by what was met
 * since the window opened, however late it is: else one module taken again would refresh a whole that has lapsed. In the
 * window and in the grace after it the new period follows the old last day; later it begins on the day it is earned.
 * @param last the award of the newest period, if there is one
 * @returns undefined while there is nothing to earn: the award is there, and its window is not open yet
 */
export function nextPeriod(terms: Terms, last: LastPeriod | undefined, day: Day): NextPeriod | undefined {
  const { validityMonths } = terms;
  const ends = (begin: Day) => (validityMonths === null ? null : monthsLater(begin, validityMonths));
  if (!last) return { period: 1, validUntil: ends(day), since: null };
  if (last.lost) return { period: last.period + 1, validUntil: ends(day), since: null };
  const since = renewsSince(terms, last);
  if (since === null || day < since) return undefined;
  const follows = !last.revokedOn && last.validUntil !== null && day <= daysLater(last.validUntil, terms.graceDays);
  return { period: last.period + 1, validUntil: ends(follows ? last.validUntil! : day), since };
}
