import {
  alike,
  type Becomes,
  type Remark,
  IMPORT_FIELD_NAMES,
  type ImportField,
  type JudgedRow,
  type ProgrammePreview,
  type Remedy,
  SESSION_STATES,
} from '@induct/events';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { z } from 'zod';
import type { FormProblems } from '../../forms/form-problems';
import { filtered, oneOf, pageNumber } from '../../lists/filter';
import { paging } from '../../lists/paging';
import { counted, figure } from '../../words/counted';
import { brought, IMPORT_TAGS, PROGRAMME_IMPORTS } from './imports-of-programme.view';

export const ROWS_PER_PAGE = 50;

const SHOWN = ['asks', 'ready', 'other'] as const;
export const RowsShown = z.object({ show: oneOf(SHOWN), page: pageNumber });
export type RowsShown = z.infer<typeof RowsShown>;

const KINDS: Partial<Record<Becomes, string>> = {
  mend: 'bad',
  'left-out': 'going',
  planned: 'going',
  confirmed: 'done',
  cancelled: 'going',
};
/** What one presses for all rows that are found alike. */
const EVERYWHERE: Record<string, (rows: number) => string> = {
  nearest: (rows) => `Move all ${rows} to the nearest such weekday`,
  keep: (rows) => `Keep all ${rows} as they are`,
};

const isOther = ({ becomes }: JudgedRow): boolean => becomes === 'planned' || becomes === 'left-out';
const IS: Record<(typeof SHOWN)[number], (row: JudgedRow) => boolean> = {
  asks: ({ remarks }) => remarks.length > 0,
  ready: (row) => row.remarks.length === 0 && !isOther(row),
  other: isOther,
};

interface PreviewPage {
  preview: ProgrammePreview;
  filter: RowsShown;
  /** What was just done. */
  done: unknown;
}

/** What each row of a programme becomes: before it is imported a preview, afterwards a report. */
export function importOfProgrammeView({ preview, filter, done }: PreviewPage, problems: FormProblems) {
  const { one, rows: judged, says, plan, digest, file } = preview;
  const href = `${PROGRAMME_IMPORTS}/${one.id}`;
  const list = filtered(RowsShown, href);
  const isOpen = one.state === 'preview';
  const all = isOpen ? judged : judged.map((row) => ({ ...row, ...reported(row, file[row.at]!.became) }));
  const of = (what: keyof typeof IS) => all.filter(IS[what]);
  const shown = filter.show === '' ? all : of(filter.show);
  const pages = paging(filter.page, ROWS_PER_PAGE, shown.length, (page) => list.address(filter, { page }));
  const from = (pages.page - 1) * ROWS_PER_PAGE;
  const toMend = all.filter(({ becomes }) => becomes === 'mend').length;
  // Said once a page.
  const offered = new Set<string>();
  const [sessions, fixed] = [plan.sessions.length, plan.fixed.length];
  return {
    href,
    name: one.name,
    tag: IMPORT_TAGS[one.state],
    isOpen,
    summary: summary(preview),
    notes: [...one.notes, ...(isOpen ? says : [])],
    isStale: isOpen && done === 'differs',
    toMend: isOpen &&
      toMend > 0 && {
        text: toMend === 1 ? 'One row is' : `${figure(toMend)} rows are`,
        href: list.address(filter, { show: 'asks', page: 1 }),
      },
    digest,
    isNothing: sessions + fixed === 0 && plan.events.every((event) => 'id' in event),
    button: sessions + fixed === 0 ? 'Import what is described' : `Import ${brought(sessions, fixed)}`,
    choices: [
      { value: '', text: `All rows (${figure(all.length)})` },
      { value: 'asks', text: `Rows that ask something (${figure(of('asks').length)})` },
      { value: 'ready', text: `${isOpen ? 'Rows that are ready' : 'Other rows'} (${figure(of('ready').length)})` },
      { value: 'other', text: `Planned already or left out (${figure(of('other').length)})` },
    ].map((choice) => ({ ...choice, selected: choice.value === filter.show })),
    filter: { ...filter, page: pages.page },
    isFiltered: filter.show !== '',
    pages,
    rows: shown.slice(from, from + ROWS_PER_PAGE).map((row) => rowView(row, isOpen ? all : [], href, offered)),
    ...problems,
  };
}

/** After an import only what others have fixed since is news: a poll. */
function reported({ remarks }: JudgedRow, became: string | null) {
  return {
    says: became ?? '',
    kept: [],
    before: {},
    remarks: remarks.filter(({ key }) => /^(?:before-)?poll:/.test(key)),
  };
}

/** @param all empty when nothing can be pressed any more */
function rowView(row: JudgedRow, all: readonly JudgedRow[], href: string, offered: Set<string>) {
  const isOpen = all.length > 0;
  const [tag, lacks] = row.says.split(': ', 2);
  const { number, cells, before, remarks, kept, becomes, day, times, title } = row;
  return {
    id: `row-${number}`,
    at: row.at,
    number,
    when: [day === null ? (cells.date ?? 'No date') : weekdayAnd(day), times || undefined].filter(Boolean).join(', '),
    title: title || 'A date kept free',
    tag: {
      text: tag,
      kind: KINDS[becomes] ?? ((SESSION_STATES as readonly string[]).includes(becomes) ? 'todo' : 'going'),
    },
    lacks,
    before: Object.entries(before).map(
      ([field, text]) => `${IMPORT_FIELD_NAMES[field as ImportField]} was ${text ? `“${text}”` : 'empty'}`,
    ),
    remarks: remarks.map((remark) => ({
      key: remark.key,
      says: remark.says,
      weight: remark.weight === 'mend' ? { kind: 'bad', text: 'To mend' } : { kind: 'warning', text: 'To look at' },
      buttons: isOpen ? remark.remedies.map((remedy) => ({ ...remedy })) : [],
      everywhere: everywhere(all, remark, offered),
    })),
    kept: kept.map(({ says }) => says),
    changes: `${href}/rows/${number}`,
    isChanged: isOpen && (becomes === 'left-out' || kept.length > 0 || Object.keys(before).length > 0),
  };
}

function everywhere(all: readonly JudgedRow[], remark: Remark, offered: Set<string>): Pick<Remedy, 'key' | 'text'>[] {
  const sort = remark.key.split(':', 1)[0]!;
  return remark.remedies.flatMap((remedy) => {
    const words = EVERYWHERE[remedy.key];
    const rows = words && !offered.has(`${sort} ${remedy.key}`) ? alike(all, remark, remedy) : 0;
    if (!words || rows < 2) return [];
    offered.add(`${sort} ${remedy.key}`);
    return [{ key: remedy.key, text: words(rows) }];
  });
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const weekdayAnd = (day: string): string => `${weekday.format(new Date(`${day}T12:00Z`))} ${britishDate(day)}`;

function summary({ one }: ProgrammePreview): string[] {
  const taken = `${counted(one.rows, 'row')}, taken in by ${one.takenByName} at ${britishTimeAndDate(one.takenAt)}.`;
  const begins = one.firstMonth ? ` It begins in ${britishDate(`${one.firstMonth}-01`).slice(2)}.` : '';
  if (one.state === 'preview') return [taken + begins];
  const decided = `by ${one.decidedByName} at ${britishTimeAndDate(one.decidedAt!)}`;
  if (one.state === 'discarded') return [taken + begins, `Discarded ${decided}. Nothing of it was imported.`];
  return [taken + begins, `Imported ${decided}: ${brought(one.sessions!, one.fixed!)}.`];
}
