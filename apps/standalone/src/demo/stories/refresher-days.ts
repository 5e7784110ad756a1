import type { Day } from '@induct/platform';
import { aYearBefore, daysBefore, lastOfMonth } from './demo-days';

/** The demo council's yearly scheme. */
export const REFRESHER = {
  name: 'Personal safety, each year',
  slug: 'personal-safety-each-year',
  validityMonths: 12,
  /** After the last day; a renewal in them leaves no gap. */
  graceDays: 30,
  /** Before the first of its certificates, after its officers may confirm. */
  adoptedDaysAgo: 399,
} as const;

/** How its certificates stand on the day of the start. */
export const HELD = ['endsThisMonth', 'inGrace', 'lapsed'] as const;

/**
 * On which day each of its holders achieved it.
 * @param today of the start. One ends on the last day of its month; nothing that lasts a year ends on 29 February: then it
 * ends on the 28th.
 */
export function refresherDays(today: Day): Record<(typeof HELD)[number], Day> {
  return {
    endsThisMonth: aYearBefore(lastOfMonth(today)),
    inGrace: aYearBefore(daysBefore(today, 12)),
    lapsed: aYearBefore(daysBefore(today, REFRESHER.graceDays + 2)),
  };
}
