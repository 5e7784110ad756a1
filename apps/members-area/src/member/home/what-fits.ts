import type { DueItem } from '@induct/accreditation';
import type { ModuleRow } from '../learning/module-row';
import { moduleCard, type ModuleCard } from './module-card';
import { whatToDo } from './what-to-do';

/** Minutes that somebody may have. */
export const SPARE_MINUTES = [5, 15, 30, 60] as const;
export type SpareMinutes = (typeof SPARE_MINUTES)[number];

/** A module with how long it still takes, as far as anybody can say. */
export interface Fitting extends ModuleCard {
  left: number;
}

/** What is begun takes as long as the share of it that is left; what was not passed is taken from its beginning. */
export function minutesLeft({ minutes, retake, progress, success, trying }: ModuleRow): number | null {
  if (minutes === null) return null;
  const share = retake
    ? (retake.going?.progress ?? 0)
    : success === 'failed'
      ? (trying?.progress ?? 0)
      : (progress ?? 0);
  return Math.max(1, Math.ceil(minutes * (1 - share)));
}

/**
 * What can be finished in the minutes somebody has, the most pressing first. When nothing fits, the first that does not: it
 * can be begun now and gone on with later. Modules of which nobody has said how long they take fit nowhere.
 * @param asked by a day
 * @param met as of `whatToDo`
 */
export function whatFits(
  rows: readonly ModuleRow[],
  minutes: SpareMinutes,
  asked: readonly DueItem[],
  now: Date,
  met?: ReadonlySet<string>,
): { fits: Fitting[]; longer?: Fitting } {
  const open = whatToDo(rows, asked, met).flatMap((row) => {
    const left = minutesLeft(row);
    return left === null ? [] : [{ ...moduleCard(row, now), left }];
  });
  return {
    fits: open.filter(({ left }) => left <= minutes),
    longer: open.find(({ left }) => left > minutes),
  };
}
