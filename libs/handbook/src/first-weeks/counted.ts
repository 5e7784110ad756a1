import { type Day, daysLater, isDiesNon, weekday } from '@induct/platform';
import type { ClosedDays, CountUnit } from './first-step.words';

/** How a time is counted from a day. */
export interface Counting {
  /** Not negative; at least 1 where the first day is counted. */
  count: number;
  unit: CountUnit;
  /** "Beginning with" a day counts it, "after" and "of" do not. */
  isFirstCounted: boolean;
  closed: ClosedDays;
}

/** The last day of a time that is counted from a day. */
export function lastDayOf(from: Day, { count, unit, isFirstCounted, closed }: Counting): Day {
  let last = unit === 'days' ? daysLater(from, count - Number(isFirstCounted)) : monthsOn(from, count, isFirstCounted);
  while (isClosed(last, closed)) last = daysLater(last, 1);
  return last;
}

/**
 * The corresponding date: 4 May and two months is 4 July. Where the month has no such day, its last (Dodds v Walker [1981]
 * 1 WLR 1027): 31 December and two months is 28 or 29 February.
 * @param isFirstCounted the time ends a day before the corresponding date, if there is one
 */
function monthsOn(from: Day, months: number, isFirstCounted: boolean): Day {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
  if (day > Number(lastOfMonth.slice(8))) return lastOfMonth;
  const corresponding = lastOfMonth.slice(0, 8) + from.slice(8);
  return isFirstCounted ? daysLater(corresponding, -1) : corresponding;
}

function isClosed(day: Day, closed: ClosedDays): boolean {
  return closed !== 'stay' && (isDiesNon(day) || (closed === 'weekends' && weekday(day) === 6));
}
