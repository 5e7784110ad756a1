import type { AskedRequirement } from '@induct/accreditation';
import type { ModuleRow } from './module-row';

type Asked = readonly Pick<AskedRequirement, 'met' | 'ways'>[];

/**
 * Modules as they count for what is asked: of one that was completed while what it is for is not met, an officer has withdrawn
 * what it showed. It says so, and is to be taken again: “Completed” alone would let its member think that all is well. Whoever has
 * taken it again, in a way that is hard to believe, waits for an officer.
 * @returns what makes that of a row, by the course it is of
 */
export function asItCounts(asked: Asked): <Row extends ModuleRow>(courseId: string, row: Row) => Row {
  const open = coursesOf(asked);
  return (courseId, row) =>
    countsNoMore(row) && open.has(courseId) ? { ...row, doubt: row.againWaits ? 'waiting' : 'withdrawn' } : row;
}

/** What an officer looks at, or has looked at, says so itself. */
const countsNoMore = ({ completedAt, doubt }: Pick<ModuleRow, 'completedAt' | 'doubt'>): boolean =>
  completedAt !== null && doubt === null;

const coursesOf = (asked: Asked): ReadonlySet<string> =>
  new Set(
    asked.filter(({ met }) => met === undefined).flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? [])),
  );

/** Whether it was completed, and does not count: whoever opens it takes it again. */
export const isToTakeAgain = ({ doubt }: Pick<ModuleRow, 'doubt'>): boolean =>
  doubt === 'refused' || doubt === 'withdrawn';
