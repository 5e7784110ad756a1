import { type PlannedSession, SESSION_STATE_NAMES, type SessionState } from '@induct/events';
import { type Day, daysLater, weekday } from '@induct/platform';
import { counted } from '../../words/counted';
import { filledTogether, isFull } from './filled';
import { type Month, monthsIn, monthsLater, type Span, year, type YearFilter } from './year-filter';
import type { YearRow } from './year-rows';

/** The first of them is how a day looks that has several. */
const STRONGEST: readonly SessionState[] = ['confirmed', 'delivered', 'provisional', 'hold', 'idea', 'cancelled'];

export interface PicturedDay {
  number: number;
  /** Of the strongest session on it. */
  state: SessionState | undefined;
  /** No place is left at any session that day. */
  full: boolean;
  /** A meeting, a poll, or a day on which nothing takes place. */
  fixed: boolean;
  /** A Saturday, a Sunday or a bank holiday. */
  off: boolean;
  today: boolean;
}

export interface PicturedMonth {
  name: string;
  /** From Monday to Sunday; nothing where the day belongs to another month. */
  weeks: (PicturedDay | undefined)[][];
}

const named = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
/** `January 2027` */
export const monthName = (month: Month): string => named.format(new Date(`${month}-15T12:00Z`));

/** The months as calendars show them, each day marked by what is on it. */
export function yearPicture(span: Span, rows: readonly YearRow[], today: Day): PicturedMonth[] {
  const marks = marksOf(rows);
  return monthsIn(span).map((month) => ({
    name: monthName(month),
    weeks: weeksOf(month).map((days) =>
      days.map((day) => {
        if (!day.startsWith(month)) return undefined;
        const { states, fixed, holiday, sessions } = marks.get(day) ?? NOTHING;
        return {
          number: Number(day.slice(8)),
          state: STRONGEST.find((state) => states.has(state)),
          full: sessions.length > 0 && sessions.every(isFull),
          fixed,
          off: holiday || [0, 6].includes(weekday(day)),
          today: day === today,
        };
      }),
    ),
  }));
}

/** The weeks that a month is in. */
function weeksOf(month: Month): Day[][] {
  const next = `${monthsLater(month, 1)}-01`;
  const weeks: Day[][] = [];
  const first: Day = `${month}-01`;
  for (let monday = daysLater(first, -((weekday(first) + 6) % 7)); monday < next; monday = daysLater(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => daysLater(monday, at)));
  return weeks;
}

interface Marks {
  states: Set<SessionState>;
  fixed: boolean;
  holiday: boolean;
  /** That take place. */
  sessions: PlannedSession[];
}
const NOTHING: Marks = { states: new Set(), fixed: false, holiday: false, sessions: [] };

function marksOf(rows: readonly YearRow[]): Map<Day, Marks> {
  const marks = new Map<Day, Marks>();
  const on = (day: Day): Marks => {
    const known = marks.get(day) ?? { ...NOTHING, states: new Set(), sessions: [] };
    marks.set(day, known);
    return known;
  };
  for (const row of rows) {
    if (row.is === 'session')
      for (const part of row.session.parts) {
        on(part.on).states.add(row.session.state);
        if (row.session.state === 'confirmed') on(part.on).sessions.push(row.session);
      }
    else if (row.is === 'fixed') on(row.on).fixed = true;
    else on(row.on).holiday = true;
  }
  return marks;
}

/** What the picture shows, in words, month by month. */
export interface MonthInWords {
  month: string;
  href: string;
  sessions: string;
  /** Undefined: nothing has a limit, or whoever asks is not told. */
  places: string | undefined;
  fixed: string;
}

/** Each session counts in the month it stands in. */
export function monthsInWords(
  span: Span,
  rows: readonly YearRow[],
  filter: YearFilter,
  isOfficer: boolean,
): MonthInWords[] {
  return monthsIn(span).map((month) => {
    const here = rows.filter(({ on }) => on?.startsWith(month));
    const states = here.flatMap((row) => (row.is === 'session' ? [row.session.state] : []));
    const names = here.flatMap((row) =>
      row.is === 'fixed' ? [row.date.title] : row.is === 'holiday' ? [row.date.name] : [],
    );
    return {
      month: monthName(month),
      href: year.address(filter, { from: month, to: month, page: 1 }),
      sessions: statesInWords(states) || 'None',
      // Of a month less one session, a figure that is withheld could be worked out.
      places: isOfficer
        ? filledTogether(here.flatMap((row) => (row.is === 'session' ? [row.session] : [])))
        : undefined,
      fixed: names.join(', ') || 'None',
    };
  });
}

const ONE: Record<SessionState, [string, string]> = {
  idea: ['idea', 'ideas'],
  hold: ['date kept free', 'dates kept free'],
  provisional: ['provisional', 'provisional'],
  confirmed: ['confirmed', 'confirmed'],
  delivered: ['delivered', 'delivered'],
  cancelled: ['cancelled', 'cancelled'],
};

/** `2 delivered, 1 date kept free` */
export function statesInWords(states: readonly SessionState[]): string {
  return STRONGEST.flatMap((state) => {
    const many = states.filter((one) => one === state).length;
    return many > 0 ? [counted(many, ...ONE[state])] : [];
  }).join(', ');
}

/** What the colours and lines of the picture mean. */
export const PICTURE_KEY = [
  ...STRONGEST.map((state) => ({ mark: state as string, text: SESSION_STATE_NAMES[state] })),
  { mark: 'full', text: 'Confirmed, and full' },
  { mark: 'fixed', text: 'Fixed date' },
  { mark: 'off', text: 'Weekend or bank holiday' },
];
