import { createHash } from 'node:crypto';
import type { Day } from '@induct/platform';
import { SESSION_STATE_NAMES, type SessionState } from '../programme/programme.words';
import { printTimes } from '../times/read-times';
import type { CalendarNow } from './calendar-now';
import { checkRow, pollsSeen } from './check-row';
import { rowClashes } from './row-clashes';
import type { FileRow } from './file-rows';
import type { Remark } from './remark';
import type { Cells } from './import-field';
import { type ImportPlan, importPlan, lackingOf, stateOfRun } from './import-plan';
import { plannedAlready } from './planned-already';
import type { FirstMonth } from './read-date';
import { type ReadRow, readRows } from './read-row';
import { checkEvents, eventsSaid, timeDoubts } from './series';

/** A row of a file, with what somebody has made of it. */
export interface AnsweredRow extends FileRow {
  /** What it says instead; of what is empty nothing is said. */
  mended: Cells;
  isLeftOut: boolean;
  /** Remarks that may stay, by their keys. */
  kept: readonly string[];
}

/** What becomes of a row. `planned`: it is so already. */
export type Becomes = 'mend' | 'left-out' | 'planned' | 'describes' | 'fixed' | SessionState;

export interface JudgedRow {
  at: number;
  number: number;
  /** As it counts now. */
  cells: Cells;
  /** As it was typed, where that is something else now. */
  before: Cells;
  day: Day | null;
  /** `09:30 to 12:30, 13:30 to 16:30` */
  times: string;
  title: string;
  becomes: Becomes;
  /** `Provisional: no time yet`; how many sessions, where there are several. */
  says: string;
  /** How many sessions it becomes. */
  sessions: number;
  remarks: Remark[];
  /** Remarks that somebody has answered. */
  kept: Remark[];
}

export interface JudgedProgramme {
  rows: JudgedRow[];
  /** Of the file as a whole. */
  says: string[];
  plan: ImportPlan;
  /** Of all that is shown. */
  digest: string;
}

/** What each row of a programme is, and what is to be said of it. @param first the month it begins in */
export function judgeProgramme(
  file: readonly AnsweredRow[],
  first: FirstMonth | null,
  calendar: CalendarNow,
): JudgedProgramme {
  const raw = file.map(({ number, cells, mended }) => ({ number, cells: together(cells, mended) }));
  const read = readRows(
    raw.map(({ number, cells }) => ({ number, cells: withoutApostrophes(cells) })),
    first,
  );
  const planned = plannedAlready(calendar);
  const stands = read.map((row, at) => (file[at]!.isLeftOut ? ('left-out' as const) : planned(row)));
  const going = read.flatMap((row, at) => {
    const found = stands[at]!;
    return found === 'left-out' || found.isPlanned ? [] : [{ ...row, runs: row.what === 'fixed' ? [] : found.newRuns }];
  });
  const said = eventsSaid(going, calendar);
  const ofSeveral = [timeDoubts(going, said), rowClashes(going, calendar), checkEvents(said, calendar.members)];
  const polls = pollsSeen(calendar.fixed);
  const rows = read.map((row, at): JudgedRow => {
    const { mended, cells, kept, isLeftOut } = file[at]!;
    const found = stands[at]!;
    const isPlanned = found !== 'left-out' && found.isPlanned;
    const all =
      isLeftOut || isPlanned
        ? []
        : [...checkRow(row, raw[at]!.cells, calendar, polls), ...ofSeveral.flatMap((some) => some.get(at) ?? [])];
    const isKept = ({ weight, key }: Remark) => weight === 'look' && kept.includes(key);
    const remarks = all.filter((one) => !isKept(one));
    const mends = remarks.some(({ weight }) => weight === 'mend');
    const runs = found === 'left-out' ? [] : found.newRuns;
    const becomes = isLeftOut ? 'left-out' : isPlanned ? 'planned' : mends ? 'mend' : becomesOf(row);
    return {
      at,
      number: row.number,
      cells: row.cells,
      before: Object.fromEntries(Object.keys(mended).map((field) => [field, cells[field as keyof Cells] ?? ''])),
      day: row.day,
      times: Array.isArray(row.times) ? printTimes(row.times) : (row.cells.time ?? ''),
      title: row.title,
      becomes,
      says: words(becomes, row, runs.length),
      sessions: becomes in SESSION_STATE_NAMES ? runs.length : 0,
      remarks,
      kept: all.filter(isKept),
    };
  });
  const isGood = (at: number) => rows[at]!.becomes !== 'mend';
  const plan = importPlan(
    going.filter(({ at }) => isGood(at)),
    said,
    calendar,
  );
  const says = saysOfAll(read, calendar.today);
  const shown = JSON.stringify([
    plan,
    says,
    rows.map(({ becomes, remarks }) => [becomes, remarks.map(({ key }) => key)]),
  ]);
  return { rows, says, plan, digest: createHash('sha256').update(shown).digest('hex') };
}

/** The first and the last day of the rows, and whether one has no year. */
export function daysOf(rows: readonly FileRow[], first: FirstMonth | null) {
  const read = readRows(rows, first);
  const days = read.flatMap(({ day }) => day ?? []).toSorted();
  const needFirstMonth = read.some(({ date }) => typeof date === 'object' && 'problem' in date && date.needsMonth);
  return { first: days[0], last: days.at(-1), needFirstMonth };
}

function together(cells: Cells, mended: Cells): Cells {
  const all = Object.entries({ ...cells, ...mended }).filter(([, text]) => text !== '');
  return Object.fromEntries(all);
}

/** Lists that we give away have one before what a spreadsheet would run. */
const withoutApostrophes = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([field, text]) => [field, text.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')]),
  );

const becomesOf = (row: ReadRow): Becomes =>
  row.what === 'fixed' || row.what === 'describes' ? row.what : stateOfRun(row, row.runs[0] ?? []);

function words(becomes: Becomes, row: ReadRow, runs: number): string {
  switch (becomes) {
    case 'mend':
      return 'Mend it, or leave it out';
    case 'left-out':
      return 'Left out';
    case 'planned':
      return 'Planned already';
    case 'describes':
      return 'Describes its sessions';
    case 'fixed':
      return 'A fixed date';
    default: {
      const lacks = becomes === 'provisional' ? lackingOf(row, row.runs[0] ?? []) : [];
      const many = runs > 1 ? `${runs} sessions. ` : '';
      return `${many}${SESSION_STATE_NAMES[becomes]}${lacks.length > 0 ? `: ${lacks.join(', ')}` : ''}`;
    }
  }
}

function saysOfAll(rows: readonly ReadRow[], today: Day): string[] {
  const days = rows.flatMap(({ day }) => day ?? []);
  return days.length > 0 && days.every((day) => day < today) ? ['Every date of it is past.'] : [];
}
