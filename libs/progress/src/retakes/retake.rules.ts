import { type Day, daysLater } from '@induct/platform';

/** A letter about a module that has to be taken again: when that is asked for, before its last day, after it. */
export type RetakeLetter = 'asked' | 'soon' | 'overdue';

/** Days before the last day. */
export const SOON = 14;
/** Nobody is told of what was due longer ago than this: a worker that was away for months writes no old letters. */
const TOO_LATE = 60;

/** The last day itself is still in time. The same rule in SQL is `is_overdue`. */
export const isOverdue = (dueOn: Day, today: Day): boolean => dueOn < today;

/** Of what was due before that day nobody is told any more. */
export const earliestOf = (today: Day): Day => daysLater(today, -TOO_LATE);

/**
 * The one letter that goes with a day. When less than two weeks were given, the first letter is reminder enough. What was
 * missed is not sent late: the letter of the day says all.
 * @param retake when it was asked for, and its last day
 */
export function letterOf(retake: { askedOn: Day; dueOn: Day }, today: Day): RetakeLetter | undefined {
  const { askedOn, dueOn } = retake;
  if (dueOn < earliestOf(today)) return undefined;
  if (isOverdue(dueOn, today)) return 'overdue';
  const soon = daysLater(dueOn, -SOON);
  return today >= soon && askedOn < soon ? 'soon' : 'asked';
}
