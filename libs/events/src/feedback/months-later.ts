import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { Day } from '@induct/platform';

/** The same day so many months later; where that month is too short, its last: 29 November 2019 and three are 29 February 2020. */
export const monthsLater = (day: Day, months: number): Day =>
  formatISO(addMonths(parseISO(day), months), { representation: 'date' });
