import type { Day } from '@induct/platform';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { parseISO } from 'date-fns/parseISO';
import { subYears } from 'date-fns/subYears';

/** The last day of its month. */
export const lastOfMonth = (day: Day): Day => dayOf(lastDayOfMonth(parseISO(day)));

/** The same day a year before; of 29 February the 28th. */
export const aYearBefore = (day: Day): Day => dayOf(subYears(parseISO(day), 1));

export const daysBefore = (day: Day, days: number): Day => dayOf(addDays(parseISO(day), -days));

/** @returns how many days after the first the second is */
export const daysBetween = (from: Day, to: Day): number => differenceInCalendarDays(parseISO(to), parseISO(from));

const dayOf = (date: Date): Day => formatISO(date, { representation: 'date' });
