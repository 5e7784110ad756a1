import { calendarDaysUntil, type Day, momentInLondon, readerTimeAndDate, said, w } from '@induct/platform';
import { counted } from './counted';
import { longTime } from './long-time';

const HOUR = 60 * 60 * 1000;

/** `17:00 on 29 November 2026, in 6 days`. */
export const deadlineWords = (deadline: Date, now: Date): string =>
  `${readerTimeAndDate(deadline)}, ${inWords(deadline, now)}`;

/** `in 6 days`, `tomorrow`, `in 3 hours`, `2 days ago`: how long it is, as people say it. */
export function inWords(moment: Date, now: Date): string {
  const left = moment.getTime() - now.getTime();
  const days = calendarDaysUntil(moment, now);
  if (days === 0) {
    if (Math.abs(left) < HOUR) return left > 0 ? said('in less than an hour') : said('less than an hour ago');
    const hours = counted(Math.round(Math.abs(left) / HOUR), 'hour');
    return left > 0 ? w`in ${hours}` : w`${hours} ago`;
  }
  if (days === 1) return said('tomorrow');
  if (days === -1) return said('yesterday');
  return days > 0 ? w`in ${longTime(days)}` : w`${longTime(-days)} ago`;
}

/** A deadline within this time is near. */
export const isNear = (deadline: Date, now: Date): boolean => calendarDaysUntil(deadline, now) <= 3;

/** The moment at which a day's work ends in London, `17:00` of the day given: when rounds close. */
export const closingTime = (day: Day): Date => momentInLondon(day, '17:00');
