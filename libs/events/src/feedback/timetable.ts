import { type Day, daysLater, isWorkingDay, workingDaysLater } from '@induct/platform';
import { monthsLater } from './months-later';

/** So long an answer is taken, from the day on which it was asked for. */
export const ANSWERED_WITHIN_DAYS = 14;
/** Whoever has not answered is reminded once. */
export const REMINDED_AFTER_DAYS = 5;
/** What took place longer ago is not asked about any more: nobody remembers it. */
export const ASKED_WITHIN_DAYS = 30;
const FOLLOWED_UP_AFTER_MONTHS = 3;

/** `after`: how was it. `later`: what has become of it. */
export const FEEDBACK_STAGES = ['after', 'later'] as const;
export type FeedbackStage = (typeof FEEDBACK_STAGES)[number];

/** The first day on which it is asked about. @param lastDay of the session */
export function askedFrom(stage: FeedbackStage, lastDay: Day): Day {
  if (stage === 'after') return workingDaysLater(lastDay, 1);
  const day = monthsLater(lastDay, FOLLOWED_UP_AFTER_MONTHS);
  return isWorkingDay(day) ? day : workingDaysLater(day, 1);
}

/** Whether it is asked about today: neither too early, nor so late that nobody remembers. */
export function isAskedOn(today: Day, stage: FeedbackStage, lastDay: Day): boolean {
  const from = askedFrom(stage, lastDay);
  return today >= from && today <= daysLater(from, ASKED_WITHIN_DAYS);
}

/** The last day on which an answer is taken. */
export const closesOn = (openedOn: Day): Day => daysLater(openedOn, ANSWERED_WITHIN_DAYS);

/** From then on nobody is asked about the session any more: who was asked is forgotten. */
export const forgottenFrom = (lastDay: Day): Day =>
  daysLater(askedFrom('later', lastDay), ASKED_WITHIN_DAYS + ANSWERED_WITHIN_DAYS + 1);

/** The sessions that can be due for a stage: those whose last day lies between these. */
export function lastDaysAskedOn(today: Day, stage: FeedbackStage): { from: Day; to: Day } {
  const before = stage === 'after' ? today : monthsLater(today, -FOLLOWED_UP_AFTER_MONTHS);
  // Some days more on either side: months are of different lengths, and holidays lie between. `isAskedOn` decides.
  return { from: daysLater(before, -ASKED_WITHIN_DAYS - 14), to: daysLater(before, 5) };
}
