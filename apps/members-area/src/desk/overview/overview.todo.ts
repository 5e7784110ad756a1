import { type Role } from '@induct/people';
import { counted, figure } from '../../words/counted';
import { inWords } from '../../words/deadline';
import { type Figures, type GroupFigures, rowsOf } from '../progress/figures';
import type { Attention, Waits } from './overview.queries';
import { TODO_LINES, type TodoCount } from './todo-lines';

/** What waits for somebody, the most pressing first. Each line leads to where it is done. */
export function todo(
  attention: Attention,
  figures: Figures,
  groups: readonly GroupFigures[],
  roles: readonly Role[],
  now: Date,
) {
  const toStart = leftToStart(groups);
  const counts: Record<TodoCount, number> = {
    ...attention,
    retakesOverdue: rowsOf(figures, 'retake_overdue'),
    membersToStart: toStart.members,
  };
  return TODO_LINES.filter(({ of, everybody }) => counts[of] > 0 && (everybody || roles.includes('officer'))).map(
    ({ of, text, href, kind, oldest }) => ({
      text: text(counts[of], toStart.words),
      href: typeof href === 'string' ? href : href(attention),
      kind,
      since: sinceWords(counts[of], attention, now, oldest),
    }),
  );
}

/** Who has modules still to start, in all groups together, and what an officer does about it. */
function leftToStart(groups: readonly GroupFigures[]) {
  const some = groups.map(({ toStart }) => toStart).filter(({ members }) => members > 0);
  const members = some.reduce((sum, group) => sum + group.members, 0);
  const least = Math.min(...some.map((group) => group.least));
  const most = Math.max(...some.map((group) => group.most));
  const each = least === most ? figure(most) : `${figure(least)} to ${figure(most)}`;
  const what =
    members === 1 || most === 1 ? `${counted(most, 'module')} still to start` : `modules still to start, ${each} each`;
  const who = counted(members, 'member has', 'members have');
  return { members, words: `${who} ${what}: see which, and ask for what matters by a day` };
}

/** What is not told by when it came. */
const SINCE: Partial<Record<Waits, [one: string, many: string]>> = {
  late: ['It was due', 'The oldest was due'],
  session: ['It ended', 'The first ended'],
  programme: ['It was approved', 'The oldest was approved'],
};

/** How long the oldest of it waits: `The oldest came 17 days ago.` */
function sinceWords(count: number, { oldest }: Attention, now: Date, what?: Waits): string | undefined {
  const since = what && oldest[what];
  if (!since) return undefined;
  const [one, many] = SINCE[what] ?? ['It came', 'The oldest came'];
  return `${count === 1 ? one : many} ${inWords(new Date(since), now)}.`;
}
