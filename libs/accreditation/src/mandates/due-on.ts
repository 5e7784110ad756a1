import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { type Day, daysLater } from '@induct/platform';
import type { Unit } from './mandate-words';

/** How long somebody has. */
export interface Term {
  count: number;
  unit: Unit;
}

/**
 * The last day on which it is met in time, in London to 23:59:59. Days are counted as a calendar counts them, whatever the
 * clocks do; a month ends where it ends: a year after 29 February is 28 February, a month after 31 January the last of February.
 * @param from the day it is counted from: with a count of 0, that very day
 */
export function dueOn({ count, unit }: Term, from: Day): Day {
  if (unit === 'day') return daysLater(from, count);
  return formatISO(addMonths(parseISO(from), count), { representation: 'date' });
}
