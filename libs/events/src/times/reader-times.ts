import { type Day, readersLanguage, said, w } from '@induct/platform';
import { clockTime, daysOf, monthAndYear, type Stretch, weekdayAndDate } from './session-times';

const inWelsh = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('cy-GB', { ...options, timeZone: 'UTC' });
const welshDay = inWelsh({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const welshMonth = inWelsh({ month: 'long', year: 'numeric' });
const noon = (on: Day): Date => new Date(`${on}T12:00:00Z`);

/** `Tuesday 8 December 2026`, `Dydd Mawrth 8 Rhagfyr 2026`: for whoever reads it. What is on record has those of `session-times`. */
export const readerWeekday = (on: Day): string =>
  readersLanguage() === 'cy' ? welshDay.format(noon(on)).replace(',', '') : weekdayAndDate(on);

/** `December 2026` */
export const readerMonth = (on: Day): string =>
  readersLanguage() === 'cy' ? welshMonth.format(noon(on)) : monthAndYear(on);

/** `9.30am`; at twelve it is `midday`. */
export const readerClock = (time: string): string => said(clockTime(time));

const stretch = ({ from, to }: Stretch): string | undefined => {
  if (from === null) return undefined;
  return to === null ? w`from ${readerClock(from)}` : w`${readerClock(from)} to ${readerClock(to)}`;
};

/** `9.30am to 12.30pm and 1.30pm to 4.30pm`; undefined while no time is known. */
export function readerTimesOfDay(parts: readonly Stretch[]): string | undefined {
  const known = parts.flatMap((part) => stretch(part) ?? []);
  return known.length > 0 ? known.reduce((before, next) => w`${before} and ${next}`) : undefined;
}

/** A line for each day: `Tuesday 8 December 2026, 9.30am to 12.30pm and 1.30pm to 4.30pm`. @param parts in their order */
export const readerSessionTimes = (parts: readonly Stretch[]): string[] =>
  daysOf(parts).map(
    (day) => `${readerWeekday(day.on)}, ${readerTimesOfDay(day.parts) ?? said('time to be confirmed')}`,
  );
