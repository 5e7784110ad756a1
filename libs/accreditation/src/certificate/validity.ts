import type { Day } from '@induct/platform';
import { addMonths, formatISO, parseISO } from 'date-fns';

/** What the register row says; `issued` is in force until its last day. */
export type RegisterState = 'issued' | 'replaced' | 'revoked';
/** What the public is told. */
export type Validity = 'valid' | 'expired' | 'replaced' | 'revoked';

/** @param today the day in London. The last day of validity is still valid; null: it has no end. */
export function validityOf(certificate: { state: RegisterState; validUntil: Day | null }, today: Day): Validity {
  if (certificate.state !== 'issued') return certificate.state;
  return certificate.validUntil === null || today <= certificate.validUntil ? 'valid' : 'expired';
}

/** The last valid day of an award made on `awardedOn`. */
export function validUntil(awardedOn: Day, months: number): Day {
  return monthsLater(awardedOn, months);
}

/** The same day of the month that many months later, or the month's last day when it is shorter. */
export const monthsLater = (day: Day, months: number): Day =>
  formatISO(addMonths(parseISO(day), months), { representation: 'date' });
