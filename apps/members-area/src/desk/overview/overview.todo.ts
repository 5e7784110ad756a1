import { type Role } from '@induct/people';
import { calendarDaysUntil } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { inWords } from '../../words/deadline';
import { type Figures, type GroupFigures, rowsOf } from '../progress/figures';
import type { Attention, Dated, Waits } from './overview.queries';
import { TODO_LINES, type TodoCount, URGENCIES, type Urgency } from './todo-lines';

/** What waits for somebody, the most pressing first, and of what presses alike what has waited longest. Each line leads to where it is done. */
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
  const lines = TODO_LINES.filter(({ of, everybody }) => counts[of] > 0 && (everybody || roles.includes('officer')));
  return lines
    .map(({ of, urgency: usually, text, href, kind, oldest, by }) => {
      const since = momentOf(oldest && attention.oldest[oldest]);
      const until = momentOf(by && attention.soonest[by]);
      const urgency: Urgency = until && calendarDaysUntil(until, now) <= SOON_DAYS ? 'soon' : usually;
      return {
        urgency,
        text: text(counts[of], toStart.words),
        href: typeof href === 'string' ? href : href(attention),
        kind,
        since: (since && sinceWords(counts[of], since, now, oldest!)) ?? (until && UNTIL[by!](inWords(until, now))),
        at: (since ?? until)?.getTime() ?? Infinity,
      };
    })
    .toSorted(
      (a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) || (a.at === b.at ? 0 : a.at - b.at),
    )
    .map(({ at: _at, ...line }) => line);
}

/** A day within this is near: what can be done about it is done now. */
const SOON_DAYS = 7;

/** So much is read in a minute before the first meeting. */
const FIRST = 2;

const WHY: Record<Urgency, string> = {
  broken: 'Went wrong',
  late: 'Late',
  soon: 'Soon',
  people: 'People wait',
  second: 'A second person is needed',
  members: 'Members are late',
  time: 'When there is time',
};

/** What to do first, with the reason; then the rest that presses, by reason; and what can wait. */
export function inOrder(lines: ReturnType<typeof todo>) {
  const pressing = lines.filter(({ urgency }) => urgency !== 'time');
  const rest = pressing.slice(FIRST);
  return {
    total: lines.length,
    first: pressing.slice(0, FIRST).map((line) => ({ ...line, why: WHY[line.urgency] })),
    next: URGENCIES.map((urgency) => ({
      why: WHY[urgency],
      lines: rest.filter((line) => line.urgency === urgency),
    })).filter((group) => group.lines.length > 0),
    canWait: lines.filter(({ urgency }) => urgency === 'time'),
  };
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

const momentOf = (at: string | null | undefined): Date | undefined => (at ? new Date(at) : undefined);

/** What is not told by when it came. */
const SINCE: Partial<Record<Waits, [one: string, many: string]>> = {
  late: ['It was due', 'The oldest was due'],
  session: ['It ended', 'The first ended'],
  programme: ['It was approved', 'The oldest was approved'],
};

/** How long the oldest of it waits: `The oldest came 17 days ago.` */
function sinceWords(count: number, since: Date, now: Date, what: Waits): string {
  const [one, many] = SINCE[what] ?? ['It came', 'The oldest came'];
  return `${count === 1 ? one : many} ${inWords(since, now)}.`;
}

/** By when: `The next session with a waiting list is in 3 days.` */
const UNTIL: Record<Dated, (when: string) => string> = {
  place: (when) => `The next session with a waiting list is ${when}.`,
  round: (when) => `The next deadline: ${when}.`,
};
