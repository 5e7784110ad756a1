import { type Day, daysLater } from '@induct/platform';
import { dueOn } from './due-on';
import type { MandateRule } from './mandate-words';

/** Of a mandate that names a day and no time: as long as the ladder of reminders is. */
const DAYS = 28;

/**
 * By when something is to be met again that was met and counts no more: within the time that the mandate gives, counted from
 * the day on which that was found. With no time (before sitting) it is that very day.
 */
export const dueAgain = (mandate: Pick<MandateRule, 'anchor' | 'count' | 'unit'>, from: Day): Day =>
  mandate.anchor === 'fixed' ? daysLater(from, DAYS) : dueOn(mandate, from);
