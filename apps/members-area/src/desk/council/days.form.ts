import { type Day, daysLater } from '@induct/platform';
import type { z } from 'zod';
import { lastDayIn } from '../../forms/day-fields';
import type { FieldRefusal } from '../../forms/take-form';

/** Whether something was typed in one of the three boxes of a day. */
const isTyped = (form: object, field: string): boolean =>
  ['day', 'month', 'year'].some((box) => Boolean((form as Record<string, unknown>)[`${field}-${box}`]));

/** A day that has to be typed. @returns undefined when there is something to say about it, which is said */
export function dayOf(
  form: object,
  field: string,
  missing: string,
  what: string,
  context: z.RefinementCtx,
): Day | undefined {
  const read = lastDayIn(form, field, missing, what);
  if ('day' in read) return read.day;
  context.addIssue({ code: 'custom', path: [field, 'day'], message: read.problem });
  return undefined;
}

/** A last day that may be left out. @returns the day after it, as periods are kept; null when nothing was typed */
export function untilOf(form: object, field: string, context: z.RefinementCtx): Day | null | undefined {
  if (!isTyped(form, field)) return null;
  const last = dayOf(form, field, 'Enter the last day', 'The last day', context);
  return last && daysLater(last, 1);
}

/** The last day of what ends before `until`. */
export const lastDay = (until: Day | null): Day | null => until && daysLater(until, -1);

/** A refusal at a day: it is shown at the day, and the summary leads to the first of its boxes. */
export const besideItsBoxes = (refusal: FieldRefusal): FieldRefusal => ({
  problems: (error) => {
    const found = refusal.problems(error);
    const [field, shown] = Object.entries(found?.message ?? {})[0] ?? [];
    return found && field && shown ? { ...found, message: { [field.replace(/-day$/, '')]: shown } } : found;
  },
});
