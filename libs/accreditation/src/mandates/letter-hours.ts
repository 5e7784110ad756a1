import { TZDate } from '@date-fns/tz';

const FIRST_HOUR = 8;
const LAST_HOUR = 18;

/** Letters of this room go out from Monday to Friday, from eight in the morning until six in the evening in London. */
export function areLetterHours(now: Date): boolean {
  const there = new TZDate(now, 'Europe/London');
  const isWeekday = there.getDay() >= 1 && there.getDay() <= 5;
  return isWeekday && there.getHours() >= FIRST_HOUR && there.getHours() < LAST_HOUR;
}
