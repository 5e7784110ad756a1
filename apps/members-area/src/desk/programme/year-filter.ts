import { EVENT_KINDS, SESSION_STATES } from '@induct/events';
import { type Day, daysLater } from '@induct/platform';
import { z } from 'zod';
import { filtered, oneOf, pageNumber } from '../../lists/filter';

export const PROGRAMME = '/admin/programme';
/** A month as addresses write it: `2027-01`. */
export type Month = string;

const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .catch('')
  .default('');

export const YearFilter = z.object({
  from: month,
  to: month,
  state: oneOf(SESSION_STATES),
  kind: oneOf(EVENT_KINDS),
  /** Only what somebody has to look at. */
  look: oneOf(['yes']),
  page: pageNumber,
});
export type YearFilter = z.infer<typeof YearFilter>;

export const year = filtered(YearFilter, PROGRAMME);

/** Months, and their first and last day. */
export interface Span {
  from: Month;
  to: Month;
  first: Day;
  last: Day;
}

const MONTHS = 12;
/** Before the one in which it is looked at. */
const PAST = 5;
/** The picture and what clashes are reckoned of all that is read. */
const MOST_MONTHS = 24;

/** The months that are shown: a year round today, or a year from or up to the one that is said. */
export function spanOf({ from, to }: Pick<YearFilter, 'from' | 'to'>, today: Day): Span {
  const begin = from || (to ? monthsLater(to, 1 - MONTHS) : monthsLater(today.slice(0, 7), -PAST));
  const wanted = to && to >= begin ? to : monthsLater(begin, MONTHS - 1);
  const most = monthsLater(begin, MOST_MONTHS - 1);
  const end = wanted < most ? wanted : most;
  return { from: begin, to: end, first: `${begin}-01`, last: daysLater(`${monthsLater(end, 1)}-01`, -1) };
}

/** @param months before it when negative */
export function monthsLater(of: Month, months: number): Month {
  const [years, number] = of.split('-').map(Number) as [number, number];
  const at = years * 12 + number - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Every month from one to another. */
export function monthsIn({ from, to }: Pick<Span, 'from' | 'to'>): Month[] {
  const months: Month[] = [];
  for (let at = from; at <= to; at = monthsLater(at, 1)) months.push(at);
  return months;
}
