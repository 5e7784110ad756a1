const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const LONG = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** A calendar day, `2026-11-22`. */
export type Day = string;

/** The day it is in England at that moment. */
export function dayInLondon(moment: Date): Day {
  return DAY.format(moment);
}

/** `22 November 2026`. */
export function longDate(day: Day): string {
  return LONG.format(new Date(`${day}T00:00:00Z`));
}

/** The same day of the month that many months later, or the month's last day when it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
