import { tz } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { isMatch } from 'date-fns/isMatch';
import { parseISO } from 'date-fns/parseISO';

/** A calendar day, `2026-11-22`. Days compare as texts. */
export type Day = string;

const LONDON = { in: tz('Europe/London') };

/** Writing is left to Intl, which Node brings and which is three times as quick as date-fns; Swedish writes days so. */
const written = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/London' });

const HOUR = 3_600_000;
let last = { hour: NaN, day: '' };

/**
 * The day it is in England at that moment: in summer it begins at 23:00 UTC of the day before. Within an hour of UTC it is one day;
 * whoever asks asks again of that hour.
 */
export function dayInLondon(moment: Date): Day {
  const hour = Math.floor(moment.getTime() / HOUR);
  if (hour !== last.hour) last = { hour, day: written.format(moment) };
  return last.day;
}

/** Whether a text is a day that there is: not `2026-02-30`, and nothing but a day. */
export const isDay = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text) && isMatch(text, 'yyyy-MM-dd');

/** That many days later, or earlier. */
export const daysLater = (day: Day, days: number): Day =>
  formatISO(addDays(parseISO(day), days), { representation: 'date' });

/** Days from one moment to another as a calendar in London counts them: tomorrow is 1. */
export const calendarDaysUntil = (moment: Date, now: Date): number => differenceInCalendarDays(moment, now, LONDON);

/** The moment at which it is that time in London on that day. @param time `17:00` */
export const momentInLondon = (day: Day, time: string): Date => new Date(+parseISO(`${day}T${time}`, LONDON));

/** That moment for other programs, `2026-07-01T17:00:00+01:00`: whoever reads only its day reads the day that it is in London. */
export const writtenMomentInLondon = (day: Day, time: string): string => formatISO(parseISO(`${day}T${time}`, LONDON));
