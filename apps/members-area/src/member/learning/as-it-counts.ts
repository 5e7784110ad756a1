import type { AskedRequirement } from '@induct/accreditation';
import { type Day, dayInLondon } from '@induct/platform';
import type { ModuleRow } from './module-row';

type Asked = readonly Pick<AskedRequirement, 'met' | 'ways' | 'countsFrom'>[];

/**
 * Modules as they count for what is asked: of one that was completed while what it is for is not met, an officer has withdrawn
 * what it showed. It says so, and is to be taken again: “Completed” alone would let its member think that all is well. Whoever has
 * taken it again, in a way that is hard to believe, waits for an officer; but not where it would not count even if it is believed, as on the
 * day of a revocation.
 * @returns what makes that of a row, by the course it is of
 */
export function asItCounts(asked: Asked): <Row extends ModuleRow>(courseId: string, row: Row) => Row {
  const open = coursesOf(asked);
  return (courseId, row) =>
    countsNoMore(row) && open.has(courseId)
      ? { ...row, doubt: waitsToCount(row, open.get(courseId)!) ? 'waiting' : 'withdrawn' }
      : row;
}

/** Whether an officer's look decides it. @param countsFrom what is shown from that day on; empty: whatever its day */
const waitsToCount = ({ doubtedAgainAt }: Pick<ModuleRow, 'doubtedAgainAt'>, countsFrom: Day): boolean =>
  doubtedAgainAt !== null && dayInLondon(new Date(doubtedAgainAt)) >= countsFrom;

/** What an officer looks at, or has looked at, says so itself. */
const countsNoMore = ({ completedAt, doubt }: Pick<ModuleRow, 'completedAt' | 'doubt'>): boolean =>
  completedAt !== null && doubt === null;

/** Courses that would meet something that is open, with the first day that counts for one of the things they are for. */
function coursesOf(asked: Asked): ReadonlyMap<string, Day> {
  const open = new Map<string, Day>();
  for (const { ways, countsFrom = '' } of asked.filter(({ met }) => met === undefined))
    for (const { courseId } of ways) {
      const known = courseId === null ? undefined : open.get(courseId);
      if (courseId !== null && (known === undefined || countsFrom < known)) open.set(courseId, countsFrom);
    }
  return open;
}

/** Whether it was completed, and does not count: whoever opens it takes it again. */
export const isToTakeAgain = ({ doubt }: Pick<ModuleRow, 'doubt'>): boolean =>
  doubt === 'refused' || doubt === 'withdrawn';
