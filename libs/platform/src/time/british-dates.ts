const ZONE = 'Europe/London';
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE });

export type Moment = Date | string | number;
/** `2026-11-22`: a day without a time, the same day everywhere. */
const isDay = (moment: Moment): moment is string => typeof moment === 'string' && /^\d{4}-\d\d-\d\d$/.test(moment);
/** A day is read as its noon. */
export const momentOf = (moment: Moment): Date => new Date(isDay(moment) ? `${moment}T12:00:00Z` : moment);

/** `22 November 2026` */
export const britishDate = (moment: Moment): string => day.format(momentOf(moment));
/** `14:32` */
export const britishTime = (moment: Moment): string => time.format(momentOf(moment));
/** `14:32 on 22 November 2026` */
export const britishTimeAndDate = (moment: Moment): string => `${britishTime(moment)} on ${britishDate(moment)}`;
