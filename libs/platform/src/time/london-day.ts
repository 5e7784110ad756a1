/** A calendar day, `2026-11-22`. Days compare as texts. */
export type Day = string;

const london = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/London' });

/** The day it is in England at that moment: in summer it begins at 23:00 UTC of the day before. */
export const dayInLondon = (moment: Date): Day => london.format(moment);

/** That many days later, or earlier. */
export function daysLater(day: Day, days: number): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
