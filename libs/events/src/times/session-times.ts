import type { Day } from '@induct/platform';

const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const noon = (on: Day): Date => new Date(`${on}T12:00:00Z`);

/** A stretch of a day. Times are `09:30`; null: not known yet. */
export interface Stretch {
  on: Day;
  from: string | null;
  to: string | null;
}

/** `Tuesday 8 December 2026` */
export const weekdayAndDate = (on: Day): string => weekday.format(noon(on)).replace(',', '');

/** `December 2026` */
export const monthAndYear = (on: Day): string => month.format(noon(on));

/** `09:30` as people say it: `9.30am`; at twelve it is `midday`. */
export function clockTime(time: string): string {
  if (time === '12:00') return 'midday';
  const [hour, minutes] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  return `${hour % 12 || 12}${minutes === '00' ? '' : `.${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

const stretch = ({ from, to }: Stretch): string | undefined => {
  if (from === null) return undefined;
  return to === null ? `from ${clockTime(from)}` : `${clockTime(from)} to ${clockTime(to)}`;
};

/** `9.30am to 12.30pm and 1.30pm to 4.30pm`; undefined while no time is known. */
export function timesOfDay(parts: readonly Stretch[]): string | undefined {
  const known = parts.flatMap((part) => stretch(part) ?? []);
  return known.length > 0 ? known.join(' and ') : undefined;
}

/** Its days in their order, each with its parts. */
export const daysOf = <P extends Stretch>(parts: readonly P[]): { on: Day; parts: P[] }[] =>
  [...new Set(parts.map(({ on }) => on))].map((on) => ({ on, parts: parts.filter((part) => part.on === on) }));

/**
 * A line for each day: `Tuesday 8 December 2026, 9.30am to 12.30pm and 1.30pm to 4.30pm`.
 * @param parts in their order
 */
export const sessionTimes = (parts: readonly Stretch[]): string[] =>
  daysOf(parts).map((day) => `${weekdayAndDate(day.on)}, ${timesOfDay(day.parts) ?? 'time to be confirmed'}`);
