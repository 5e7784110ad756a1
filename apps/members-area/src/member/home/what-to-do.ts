import type { DueItem } from '@induct/accreditation';
import { isToTakeAgain } from '../learning/as-it-counts';
import type { ModuleRow } from '../learning/module-row';
import { moduleCard, type ModuleCard } from './module-card';

type Asked = readonly Pick<DueItem, 'dueOn' | 'modules'>[];

const savedLast = (row: ModuleRow) => {
  const at = row.completedAt === null ? row.recordedAt : row.retake?.going?.recordedAt;
  return at ? new Date(at).getTime() : 0;
};

/**
 * Modules that are still to do: first what somebody is in the middle of (the one saved last before the others), then what has a
 * day, to be completed or taken again, the earliest first, then core modules, then the others as they come.
 * @param asked by a day
 * @param met by slug: what they are for was shown in another way, so they are to be done like any other
 */
export function whatToDo(
  rows: readonly ModuleRow[],
  asked: Asked = [],
  met: ReadonlySet<string> = new Set(),
): ModuleRow[] {
  const open = rows.filter((row) => row.completedAt === null || row.retake || isToTakeAgain(row));
  const going = open.filter((row) => savedLast(row) > 0).toSorted((a, b) => savedLast(b) - savedLast(a));
  const days = new Map(asked.toReversed().flatMap(({ dueOn, modules }) => modules.map((slug) => [slug, dueOn])));
  const dayOf = (row: ModuleRow) =>
    [days.get(row.slug), row.retake?.dueOn].filter((day) => day !== undefined).toSorted()[0];
  const dated = open.filter((row) => dayOf(row) !== undefined).toSorted((a, b) => (dayOf(a)! < dayOf(b)! ? -1 : 1));
  const core = open.filter((row) => row.core && !met.has(row.slug));
  return [...new Set([...going, ...dated, ...core, ...open])];
}

/** The first of them. */
export function nextModule(
  rows: readonly ModuleRow[],
  now: Date,
  asked: Asked = [],
  met?: ReadonlySet<string>,
): ModuleCard | undefined {
  const [next] = whatToDo(rows, asked, met);
  return next && moduleCard(next, now);
}
