import { dayCell, type Sheet, type SheetRow } from '@induct/platform';
import { foldTitle } from './fold-title';
import { type Cells, IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from './import-field';

/** A row of a programme as it was typed. */
export interface FileRow {
  /** As the spreadsheet counts. */
  number: number;
  cells: Cells;
}

/** What was found in a file. */
export interface FileRead {
  rows: FileRow[];
  /** Of the sheet they stand on; empty for CSV and for what was pasted. */
  sheet: string;
  /** In words: what of the file is not taken. */
  notes: string[];
}

/** How councils head these columns, folded. */
const HEADINGS: Record<ImportField, string> = {
  date: 'day|when|day and date|dates|date of session',
  time: 'times|hours|at',
  from: 'start|start time|begins|starts|time from',
  to: 'end|end time|ends|until|finish|time to',
  title: 'event|session|subject|what|name|training|briefing|course|title of session|event title',
  kind: 'type|type of event|kind of event',
  state: 'status',
  format: 'format and approach|how',
  series: 'programme|series name',
  order: 'no|number|workshop|part|order',
  promised: 'sessions|number of sessions|runs',
  places: 'capacity|number of places|max|maximum|places per session',
  place: 'venue|location|room|where',
  link: 'online|url|teams|online link|zoom',
  facilitator: 'speaker|trainer|presenter|led by|facilitated by|provider',
  officers: 'officers in attendance|lead officer|officer|contact',
  bring: 'bring|what to bring|please bring',
  mandatory: 'required|compulsory',
  audience: 'audience|for whom|who|attendees|whom it is for',
  districts: 'district|area|areas',
  topics: 'topic|skills|core skills|requirements',
  about: 'description|details|content|summary',
  outcomes: 'outcome|planned outcomes|objectives|learning outcomes',
  note: 'notes|comments|remarks',
};

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) =>
    [...HEADINGS[field].split('|'), foldTitle(IMPORT_FIELD_NAMES[field])].map((heading) => [heading, field] as const),
  ),
);
/** Above the headings the programme's name may stand. */
const LOOKED_AT = 10;
/** What stands in the columns of a table that has no headings. */
const USUAL: readonly ImportField[] = ['date', 'time', 'title'];

const fieldOf = (heading: string): ImportField | undefined => FIELD_OF.get(foldTitle(heading));

/** The rows of the sheet that looks most like a programme. Without headings the columns are date, time and title. */
export function fileRows(sheets: readonly Sheet[]): FileRead {
  const best = sheets.map(headed).toSorted((a, b) => b.known - a.known)[0]!;
  const notes = [
    best.above > 0 && `${best.above === 1 ? 'One row' : `${best.above} rows`} above the headings are not taken.`,
    best.unknown.length > 0 &&
      `Not taken ${best.unknown.length === 1 ? 'is the column' : 'are the columns'} ${listed(best.unknown)}.`,
    best.heading === -1 && 'There are no headings: the columns are taken for date, time and title.',
    best.sheet.hiddenRows > 0 && `Rows hidden in the workbook are not taken: ${best.sheet.hiddenRows}.`,
    sheets.length > 1 && `Only the sheet “${best.sheet.name}” is taken.`,
  ].filter((note) => note !== false);
  const rows = best.sheet.rows.slice(best.heading + 1).flatMap((row) => rowOf(row, best.fields, best.sheet));
  return { rows, sheet: best.sheet.name, notes };
}

function headed(sheet: Sheet) {
  const heads = sheet.rows.slice(0, LOOKED_AT).map(({ cells }) => cells.map(fieldOf));
  const counts = heads.map((fields) => new Set(fields.filter((one) => one !== undefined)).size);
  const known = Math.max(0, ...counts);
  const heading = known >= 2 ? counts.indexOf(known) : -1;
  const all = heading === -1 ? USUAL : heads[heading]!;
  // Of two columns that say the same the first is taken.
  const fields = all.map((field, at) => (field !== undefined && all.indexOf(field) === at ? field : undefined));
  const cells = sheet.rows[heading]?.cells ?? [];
  const unknown = cells.filter((text, at) => text !== '' && fields[at] === undefined);
  return { sheet, heading, known: heading === -1 ? 0 : known, fields, unknown, above: Math.max(0, heading) };
}

function rowOf({ number, cells }: SheetRow, fields: readonly (ImportField | undefined)[], sheet: Sheet): FileRow[] {
  const said = cells.flatMap((text, at) => {
    const field = fields[at];
    return field === undefined || text === '' ? [] : [[field, field === 'date' ? dayCell(text, sheet) : text] as const];
  });
  return said.length === 0 ? [] : [{ number, cells: withTime(Object.fromEntries(said)) }];
}

/** `From` and `To` are a time in two columns. A workbook counts times as parts of a day: `0.5` is noon. */
function withTime({ from, to, ...cells }: Cells): Cells {
  const begins = from && clock(from);
  const ends = to && clock(to);
  const time = cells.time ? clock(cells.time) : [begins, ends].filter(Boolean).join(' to ');
  return time ? { ...cells, time } : cells;
}

function clock(text: string): string {
  if (!/^0?\.\d+$/.test(text)) return text;
  const minutes = Math.round(Number(text) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const listed = (texts: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(texts.map((text) => `“${text}”`));
