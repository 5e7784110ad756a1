import type { Day } from '@induct/platform';
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';

/** What the register row says; `issued` is in force until its last day, `suspended` does not count until that is lifted. */
export type RegisterState = 'issued' | 'suspended' | 'replaced' | 'revoked';
/** What the public is told. */
export type Validity = 'valid' | 'expired' | 'suspended' | 'replaced' | 'revoked';

/**
 * In the database `certificate_validity` says the same. What is suspended says so whatever the day.
 * @param today the day in London. The last day of validity is still valid; null: it has no end.
 */
export function validityOf(certificate: { state: RegisterState; validUntil: Day | null }, today: Day): Validity {
  if (certificate.state !== 'issued') return certificate.state;
  return certificate.validUntil === null || today <= certificate.validUntil ? 'valid' : 'expired';
}

/** What is over for good can neither be suspended nor revoked. */
export const isRevocable = (state: RegisterState): boolean => state === 'issued' || state === 'suspended';

/** The last valid day of an award made on `awardedOn`. */
export function validUntil(awardedOn: Day, months: number): Day {
  return monthsLater(awardedOn, months);
}

/** The same day of the month that many months later, or the month's last day when it is shorter. */
export const monthsLater = (day: Day, months: number): Day =>
  formatISO(addMonths(parseISO(day), months), { representation: 'date' });
