import { type GroupRow, type GroupTotals, mayNudge } from '@induct/accreditation';
import { type Day, readerDate, said, w } from '@induct/platform';
import type { Cell, Column } from '../../lists/list';
import type { Tag } from '../../words/tag';

/** How the group stands as a whole, in a sentence. */
export function totalsInWords({ people, complete, overdue }: GroupTotals): string {
  const late =
    overdue > 0 ? (overdue === 1 ? w` ${overdue} has something overdue.` : w` ${overdue} have something overdue.`) : '';
  if (complete === 0) return w`Nobody has completed all that is asked by a day yet.${late}`;
  if (complete === people) return said('Everybody has completed all that is asked by a day.');
  return complete === 1
    ? w`${complete} of ${people} people has completed all that is asked by a day.${late}`
    : w`${complete} of ${people} people have completed all that is asked by a day.${late}`;
}

/** What one row says of somebody. */
export function stateOf({ met, open, overdue }: GroupRow): Tag {
  if (overdue > 0) return { text: w`${overdue} overdue`, kind: 'bad' };
  if (open > 0) return { text: w`${open} to complete`, kind: 'todo' };
  return met > 0 ? { text: said('Complete'), kind: 'done' } : { text: said('Nothing asked by a day'), kind: 'todo' };
}

/** The last cell: a link to remind somebody, or why there is none. */
export function reminderCell(row: GroupRow, { today, self }: { today: Day; self: string }): Cell {
  if (row.personId === self) return { text: said('You') };
  const may = mayNudge(row, today);
  if (may === 'now') return { text: said('Remind'), hidden: row.name, href: `/group/${row.personId}/remind` };
  const last = row.nudgedOn === null ? '' : w`Reminded on ${readerDate(row.nudgedOn)}`;
  return { text: may === 'nothing' ? '' : last };
}

export const groupColumns = (today: Day, self: string): readonly Column<GroupRow>[] => [
  { head: 'Name', cell: ({ name }) => ({ text: name, classes: 'induct-breaks' }) },
  { head: 'State', cell: (row) => ({ tag: stateOf(row) }) },
  {
    head: 'Completed',
    cell: ({ met, open }) => (met + open === 0 ? '' : { text: w`${met} of ${met + open}`, bar: met / (met + open) }),
  },
  { head: 'Next due', cell: ({ dueOn }) => (dueOn === null ? '' : readerDate(dueOn)) },
  { head: 'Reminder', speaks: true, cell: (row) => reminderCell(row, { today, self }) },
];
