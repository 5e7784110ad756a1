import { type GroupRow, type GroupTotals, mayNudge } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';
import type { Cell, Column } from '../../lists/list';
import type { Tag } from '../../words/tag';

/** How the group stands as a whole, in a sentence. */
export function totalsInWords({ people, complete, overdue }: GroupTotals): string {
  const late = overdue > 0 ? ` ${overdue} ${overdue === 1 ? 'has' : 'have'} something overdue.` : '';
  if (complete === 0) return `Nobody has completed all that is asked yet.${late}`;
  if (complete === people) return 'Everybody has completed all that is asked.';
  return `${complete} of ${people} people ${complete === 1 ? 'has' : 'have'} completed all that is asked.${late}`;
}

/** What one row says of somebody. */
export function stateOf({ met, open, overdue }: GroupRow): Tag {
  if (overdue > 0) return { text: `${overdue} overdue`, kind: 'bad' };
  if (open > 0) return { text: `${open} to complete`, kind: 'todo' };
  return met > 0 ? { text: 'Complete', kind: 'done' } : { text: 'Nothing asked', kind: 'todo' };
}

/** The last cell: a link to remind somebody, or why there is none. */
export function reminderCell(row: GroupRow, { today, self }: { today: Day; self: string }): Cell {
  if (row.personId === self) return { text: 'You' };
  const may = mayNudge(row, today);
  if (may === 'now') return { text: 'Remind', hidden: row.name, href: `/group/${row.personId}/remind` };
  const last = row.nudgedOn === null ? '' : `Reminded on ${britishDate(row.nudgedOn)}`;
  return { text: may === 'nothing' ? '' : last };
}

export const groupColumns = (today: Day, self: string): readonly Column<GroupRow>[] => [
  { head: 'Name', cell: ({ name }) => ({ text: name, classes: 'induct-breaks' }) },
  { head: 'State', cell: (row) => ({ tag: stateOf(row) }) },
  {
    head: 'Completed',
    cell: ({ met, open }) => (met + open === 0 ? '' : { text: `${met} of ${met + open}`, bar: met / (met + open) }),
  },
  { head: 'Next due', cell: ({ dueOn }) => (dueOn === null ? '' : britishDate(dueOn)) },
  { head: 'Reminder', cell: (row) => reminderCell(row, { today, self }) },
];
