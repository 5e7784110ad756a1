import { britishTime, britishTimeAndDate } from '@induct/platform';
import { counted } from './counted';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Days between two moments as a calendar in London counts them: tomorrow is 1. */
export function daysUntil(moment: Date, now: Date): number {
  const day = (at: Date) => Date.parse(`${londonDay(at)}T00:00:00Z`) / DAY;
  return day(moment) - day(now);
}

/** `17:00 on 29 November 2026, in 6 days`. */
export const deadlineWords = (deadline: Date, now: Date): string =>
  `${britishTimeAndDate(deadline)}, ${inWords(deadline, now)}`;

/** `in 6 days`, `tomorrow`, `in 3 hours`, `2 days ago`: how long it is, as people say it. */
export function inWords(moment: Date, now: Date): string {
  const left = moment.getTime() - now.getTime();
  const days = daysUntil(moment, now);
  if (days === 0) {
    if (Math.abs(left) < HOUR) return left > 0 ? 'in less than an hour' : 'less than an hour ago';
    const hours = counted(Math.round(Math.abs(left) / HOUR), 'hour');
    return left > 0 ? `in ${hours}` : `${hours} ago`;
  }
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}

/** A deadline within this time is near. */
export const isNear = (deadline: Date, now: Date): boolean => daysUntil(deadline, now) <= 3;

const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/London' });
/** `2026-11-29`, the day it is in London. */
export const londonDay = (at: Date): string => local.format(at);

/** The moment at which a day's work ends in London, `17:00` of the day given: when rounds close. */
export function closingTime(day: string): Date {
  const summer = new Date(`${day}T16:00:00Z`);
  return britishTime(summer) === '17:00' ? summer : new Date(`${day}T17:00:00Z`);
}
