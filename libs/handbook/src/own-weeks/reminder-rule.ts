import { type Day, daysLater } from '@induct/platform';

/** Somebody is reminded so many days before a step is due. */
const DAYS_BEFORE = [14, 3, 0] as const;
export type DaysBefore = (typeof DAYS_BEFORE)[number];

/**
 * What is to be said of a step that is not done: the last reminder that is reached, unless it or a later one was said. What was
 * missed is not said later, and of what was due before today nothing is.
 * @param until what will be reached until that day is said now
 */
export function reminderOf(
  dueOn: Day,
  said: readonly DaysBefore[],
  { today, until }: { today: Day; until: Day },
): DaysBefore | undefined {
  if (dueOn < today) return undefined;
  const reached = DAYS_BEFORE.findLast((days) => daysLater(dueOn, -days) <= until);
  return reached === undefined || said.some((days) => days <= reached) ? undefined : reached;
}
