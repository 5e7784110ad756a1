import {
  clockTime as clock,
  daysOf,
  monthAndYear as month,
  type Stretch,
  weekdayAndDate as weekday,
} from '@induct/events';
import { type Day, readersLanguage, said, w } from '@induct/platform';

export type { Stretch } from '@induct/events';

const inWelsh = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('cy-GB', { ...options, timeZone: 'UTC' });
const welshDay = inWelsh({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const welshMonth = inWelsh({ month: 'long', year: 'numeric' });
const noon = (on: Day): Date => new Date(`${on}T12:00:00Z`);

/** `Tuesday 8 December 2026`, `Dydd Mawrth 8 Rhagfyr 2026`: for whoever reads it. Letters take those of `@induct/events`. */
export const weekdayAndDate = (on: Day): string =>
  readersLanguage() === 'cy' ? welshDay.format(noon(on)).replace(',', '') : weekday(on);

/** `December 2026` */
export const monthAndYear = (on: Day): string => (readersLanguage() === 'cy' ? welshMonth.format(noon(on)) : month(on));

/** `9.30am`; at twelve it is `midday`. */
export const clockTime = (time: string): string => said(clock(time));

const stretch = ({ from, to }: Stretch): string | undefined => {
  if (from === null) return undefined;
  return to === null ? w`from ${clockTime(from)}` : w`${clockTime(from)} to ${clockTime(to)}`;
};

/** `9.30am to 12.30pm and 1.30pm to 4.30pm`; undefined while no time is known. */
export function timesOfDay(parts: readonly Stretch[]): string | undefined {
  const known = parts.flatMap((part) => stretch(part) ?? []);
  return known.length > 0 ? known.reduce((before, next) => w`${before} and ${next}`) : undefined;
}

/** A line for each day: `Tuesday 8 December 2026, 9.30am to 12.30pm and 1.30pm to 4.30pm`. @param parts in their order */
export const sessionTimes = (parts: readonly Stretch[]): string[] =>
  daysOf(parts).map((day) => `${weekdayAndDate(day.on)}, ${timesOfDay(day.parts) ?? said('time to be confirmed')}`);
