import { TZDate } from '@date-fns/tz';
import { bankHolidayOn, dayInLondon, daysLater, momentInLondon } from '@induct/platform';

const FIRST_HOUR = 8;
const LAST_HOUR = 18;
/** Days of a month on which nobody is written to, from Christmas Eve to New Year's Day. */
const REST = /-(?:12-(?:2[4-9]|3[01])|01-01)$/;

/**
 * Letters that ask for something go out from Monday to Friday, from eight in the morning until six in the evening in London;
 * on no bank holiday, and not between Christmas Eve and New Year's Day. What somebody asked for themselves goes at once.
 */
export function areLetterHours(now: Date): boolean {
  const there = new TZDate(now, 'Europe/London');
  const isWeekday = there.getDay() >= 1 && there.getDay() <= 5;
  const inHours = there.getHours() >= FIRST_HOUR && there.getHours() < LAST_HOUR;
  const day = dayInLondon(now);
  return isWeekday && inHours && !REST.test(day) && !bankHolidayOn(day);
}

/** The moment from which letters may go out: now, or when the next hours begin. */
export function nextLetterHours(now: Date): Date {
  if (areLetterHours(now)) return now;
  for (let day = dayInLondon(now); ; day = daysLater(day, 1)) {
    const begin = momentInLondon(day, `0${FIRST_HOUR}:00`);
    if (begin > now && areLetterHours(begin)) return begin;
  }
}
