import { dayInLondon, daysLater, type Day, momentInLondon } from '@induct/platform';
import { nextLetterHours } from '../hours/letter-hours';

/** As it comes, once a week, or only what has to be done: at most one letter a day with all of them. */
export const ASKED_HOW = ['each', 'weekly', 'mandatory'] as const;
export type AskedHow = (typeof ASKED_HOW)[number];

/** Monday to Friday, as ISO 8601 counts them. */
export const WEEKDAYS = [1, 2, 3, 4, 5] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** How somebody wants to be asked. */
export interface HowAsked {
  how: AskedHow;
  /** Of `weekly`. */
  weekday: Weekday | null;
}

/** Whoever has chosen nothing. */
export const UNCHOSEN: HowAsked = { how: 'each', weekday: null };

const DAYS_OF_WEEK = 7;

/** The first day from then on, that day among them, on which a letter may ask; whether letters go out that day or not. */
export function firstDay({ how, weekday }: HowAsked, from: Day): Day {
  if (how !== 'weekly' || weekday === null) return from;
  const ahead = (weekday - new Date(from).getUTCDay() + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  return daysLater(from, ahead);
}

/** The first day from then on, that day among them, on which letters go out. */
export const letterDay = (from: Day): Day => dayInLondon(nextLetterHours(momentInLondon(from, '12:00')));

/**
 * What will be to say until that day is said in today's letter: to whoever is asked once a week, all until the next letter can
 * come, so that nothing waits beyond its day.
 */
export const saidUntil = (choice: HowAsked, today: Day): Day =>
  choice.how === 'weekly' ? daysLater(letterDay(firstDay(choice, daysLater(today, 1))), -1) : today;

/** The first day on which a letter may ask, of whoever chooses today. @param askedOn the day of the last letter */
export const firstAfterChoosing = (choice: HowAsked, today: Day, askedOn: Day | null): Day =>
  firstDay(choice, askedOn !== null && askedOn >= today ? daysLater(askedOn, 1) : today);
