import {
  EVENT_KIND_NAMES,
  EVENT_KINDS,
  FIXED_DATE_KIND_NAMES,
  SESSION_STATE_NAMES,
  SESSION_STATES,
} from '@induct/events';
import type { Day } from '@induct/platform';
import type { Cell, Column } from '../../lists/list';
import { listView, wholeListView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { counted, figure } from '../../words/counted';
import {
  clashInWords,
  eventHref,
  partInWords,
  sessionHref,
  stateTag,
  sum,
  titleOf,
  weekdayAndDate,
  whereInWords,
} from './session.words';
import { filled, filledCell } from './filled';
import { LEFT_WORDS } from './left-behind';
import { gatherTalks } from './gathered-talks';
import { todayView } from './today.view';
import { type Month, monthsLater, PROGRAMME, type Span, year, type YearFilter } from './year-filter';
import { monthName, monthsInWords, PICTURE_KEY, statesInWords, yearPicture } from './year-picture';
import { isToLookAt, type YearRow } from './year-rows';

const PER_PAGE = 50;
const UNDATED = 'A date to be confirmed';
/** Before and after the month of today, in the choice of months. */
const CHOICE = 24;

/** A line of the programme. @param isOfficer others read no notes, and have no page of a session to go to */
export const programmeColumns = (isOfficer: boolean): readonly Column<YearRow>[] => [
  { head: 'What', cell: (row) => whatCell(row, isOfficer), file: whatOf },
  { head: 'When', cell: whenCell },
  {
    head: 'State',
    cell: (row) => ({ tag: row.is === 'session' ? stateTag(row.session.state) : { text: kindOf(row)!, kind: 'todo' } }),
    file: (row) => (row.is === 'session' ? SESSION_STATE_NAMES[row.session.state] : null),
  },
  { head: 'Kind', file: kindOf },
  { head: 'First day', file: (row) => (row.is === 'session' ? row.session.parts[0]?.on : row.on) },
  { head: 'Last day', file: (row) => (row.is === 'session' ? row.session.parts.at(-1)?.on : row.on) },
  { head: 'Times', file: ofSession(({ parts }) => parts.map(partInWords).join('; ')) },
  {
    head: 'Where',
    cell: ofSessionOr('', (session) => ({
      text: whereInWords(session),
      more: session.districts.join(', ') || undefined,
    })),
    file: ofSession(whereInWords),
  },
  { head: 'Districts', file: ofSession(({ districts }) => districts.join('; ')) },
  { head: 'Topics', file: ofSession(({ parts }) => [...new Set(parts.flatMap(({ topics }) => topics))].join('; ')) },
  { head: 'Places', cell: ofSessionOr('', (session) => filledCell(session, isOfficer)) },
  {
    head: 'Places (number)',
    file: ofSession(({ pools }) => (pools.length > 0 ? sum(pools.map(({ places }) => places)) : null)),
  },
  {
    head: 'Places taken',
    file: ofSession((session) => filled(session, isOfficer)?.taken ?? null),
  },
  {
    head: 'Look at',
    cell: (row) => (isToLookAt(row) ? { notes: looksOf(row).map((text) => ({ text })) } : ''),
    file: (row) => looksOf(row).join('; ') || null,
  },
];

/** What somebody has to look at, and why. */
const looksOf = (row: YearRow): string[] =>
  row.is === 'session' ? [...(row.left ? [LEFT_WORDS[row.left]] : []), ...row.clashes.map(clashInWords)] : [];

type Session = Extract<YearRow, { is: 'session' }>['session'];
function ofSession<T>(say: (session: Session) => T): (row: YearRow) => T | null {
  return (row) => (row.is === 'session' ? say(row.session) : null);
}
function ofSessionOr(other: string, say: (session: Session) => string | Cell): (row: YearRow) => string | Cell {
  return (row) => (row.is === 'session' ? say(row.session) : other);
}

function whatOf(row: YearRow): string {
  if (row.is === 'session') return titleOf(row.session);
  return row.is === 'fixed' ? row.date.title : row.date.name;
}

function kindOf(row: YearRow): string | null {
  if (row.is === 'session') return row.session.event && EVENT_KIND_NAMES[row.session.event.kind];
  return row.is === 'fixed' ? FIXED_DATE_KIND_NAMES[row.date.kind] : 'Bank holiday';
}

function whatCell(row: YearRow, isOfficer: boolean): Cell {
  const text = whatOf(row);
  if (row.is !== 'session') return { text, classes: 'induct-breaks' };
  const { id, event, note, parts } = row.session;
  const talks = row.talks === undefined ? undefined : counted(row.talks, 'talk');
  const about = [event && EVENT_KIND_NAMES[event.kind], talks, event?.mandatory && 'mandatory']
    .filter(Boolean)
    .join(', ');
  const said = event ? about : isOfficer ? note : null;
  return {
    text,
    classes: 'induct-breaks',
    notes: said ? [{ text: said }] : [],
    // Sessions of one event read alike.
    ...(isOfficer && {
      href: talks && event ? eventHref(event.slug) : sessionHref(id),
      hidden: parts[0] ? `on ${weekdayAndDate(parts[0].on)}` : 'without a date',
    }),
  };
}

function whenCell(row: YearRow): string | Cell {
  if (row.is !== 'session') return weekdayAndDate(row.on);
  const [first, ...others] = row.session.parts;
  if (!first) return UNDATED;
  return { text: partInWords(first), notes: others.map((part) => ({ text: partInWords(part) })) };
}

interface Facts {
  span: Span;
  rows: readonly YearRow[];
  filter: YearFilter;
  today: Day;
  isOfficer: boolean;
}

/** The year as a picture and as a list, month by month. */
export function programmeView({ span, rows: all, filter, today, isOfficer }: Facts) {
  const rows = gatherTalks(all);
  const columns = programmeColumns(isOfficer);
  const page = pageWithin(filter.page, PER_PAGE, rows.length);
  const shown = rows.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const sessions = rows.flatMap((row) => (row.is === 'session' ? [row] : []));
  const months = [...new Set(shown.map(monthOf))];
  const coming = months.find((month) => month >= today.slice(0, 7));
  const isFiltered = year.isFiltered(filter, ['from', 'to', 'state', 'kind', 'look']);
  return {
    list: listView<YearRow>({
      columns: [],
      rows: [],
      caption: `The programme, ${monthName(span.from)} to ${monthName(span.to)}`,
      page,
      per: PER_PAGE,
      total: rows.length,
      href: (to) => year.address(filter, { page: to }),
      file: (kind) => year.address(filter, { page: 1 }, `${PROGRAMME}.${kind}`),
    }),
    today: isOfficer
      ? todayView(
          all.flatMap((row) => (row.is === 'session' ? [row.session] : [])),
          today,
        )
      : [],
    // Of a whole year half of what is listed is over.
    coming: coming && coming !== months[0] ? { id: idOf(coming), name: monthName(coming) } : undefined,
    months: months.map((month) => {
      const here = shown.filter((row) => monthOf(row) === month);
      const name = month === '' ? UNDATED : monthName(month);
      return {
        name,
        id: month === '' ? undefined : idOf(month),
        says: monthSays(here),
        // What somebody asks for is short; of a whole year the month that it is stands open on a phone.
        isOpen: filter.state !== '' || filter.kind !== '' || filter.look !== '' || month === today.slice(0, 7),
        list: wholeListView(columns, here, name),
      };
    }),
    picture: {
      months: yearPicture(span, rows, today),
      key: PICTURE_KEY,
      table: monthsInWords(span, rows, filter, isOfficer),
    },
    span: `${monthName(span.from)} to ${monthName(span.to)}`,
    says: saysOf(sessions),
    looks: sessions.filter(isToLookAt).length,
    looksHref: filter.look === '' ? year.address(filter, { look: 'yes', page: 1 }) : undefined,
    isEmpty: sessions.length === 0 && !isFiltered,
    isFiltered,
    clears: PROGRAMME,
    before: year.address(filter, { from: monthsLater(span.from, -12), to: monthsLater(span.from, -1), page: 1 }),
    after: year.address(filter, { from: monthsLater(span.to, 1), to: monthsLater(span.to, 12), page: 1 }),
    fields: fieldsOf(filter, span, today),
    isOfficer,
  };
}

const idOf = (month: Month): string => `month-${month}`;

type SessionRow = Extract<YearRow, { is: 'session' }>;

/** `5 sessions, 1 fixed date, 2 to look at`: what one finds in a month that is folded. */
function monthSays(rows: readonly YearRow[]): string {
  const sessions = rows.filter(({ is }) => is === 'session').length;
  const others = rows.length - sessions;
  const looks = rows.filter(isToLookAt).length;
  return [
    sessions > 0 && counted(sessions, 'session'),
    others > 0 && counted(others, 'fixed date'),
    looks > 0 && `${figure(looks)} to look at`,
  ]
    .filter(Boolean)
    .join(', ');
}

const monthOf = ({ on }: YearRow): Month => on?.slice(0, 7) ?? '';

/** How many there are of each, and how many have to be looked at. */
function saysOf(sessions: readonly SessionRow[]): string | undefined {
  if (sessions.length === 0) return undefined;
  const undated = sessions.filter(({ on }) => on === null).length;
  const clashing = sessions.filter(({ clashes }) => clashes.length > 0).length;
  const left = sessions.filter((row) => row.left !== undefined).length;
  return [
    `${counted(sessions.length, 'session')}: ${statesInWords(sessions.map(({ session }) => session.state))}.`,
    undated > 0 && `${counted(undated, 'date')} to be confirmed.`,
    left > 0 && `${counted(left, 'session')} to look at, because ${left === 1 ? 'its day is' : 'their days are'} over.`,
    clashing > 0 && `${counted(clashing, 'session')} to look at, because something else is on that day.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function fieldsOf(filter: YearFilter, span: Span, today: Day) {
  const now = today.slice(0, 7);
  const near = Array.from({ length: 2 * CHOICE + 1 }, (_, at) => monthsLater(now, at - CHOICE));
  const months = [...new Set<Month>([...near, span.from, span.to])].toSorted();
  const option = (value: string, text: string, chosen: string) => ({ value, text, selected: value === chosen });
  return {
    from: months.map((month) => option(month, monthName(month), span.from)),
    to: months.map((month) => option(month, monthName(month), span.to)),
    state: [
      option('', 'All', filter.state),
      ...SESSION_STATES.map((state) => option(state, SESSION_STATE_NAMES[state], filter.state)),
    ],
    kind: [
      option('', 'All', filter.kind),
      ...EVENT_KINDS.map((kind) => option(kind, EVENT_KIND_NAMES[kind], filter.kind)),
    ],
  };
}
