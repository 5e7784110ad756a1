import { DomainError } from '../errors/domain-error';

/** A row that has something in it. */
export interface SheetRow {
  /** As the spreadsheet counts, from 1: what people look for when a row is named. */
  number: number;
  /** Texts without white space around them, the last one not empty. A day that is one in a workbook is `2017-05-08`. */
  cells: string[];
}

/** A table of a file: a whole CSV file, or what a workbook shows on one of its sheets. */
export interface Sheet {
  /** Empty for a CSV file. */
  name: string;
  rows: SheetRow[];
  /** There are more rows than are taken; the rest was not read. */
  more: boolean;
  /** How many rows a filter or somebody has hidden: they are left out. */
  hiddenRows: number;
  /** Columns, from 0, that the workbook does not show. What they hold is in the rows. */
  hiddenColumns: number[];
  /** Its bare numbers count days from 1904, as old Macs do. */
  from1904?: boolean;
}

/** What a file may be at most. */
export interface SheetLimits {
  /** Of the file, in bytes. */
  bytes: number;
  /** Of a workbook unpacked, in bytes: all that is read of it. */
  unpacked: number;
  /** Characters in all cells of a workbook. */
  kept: number;
  /** Rows of a sheet with something in them. */
  rows: number;
  columns: number;
  /** Characters of a cell: what is longer is cut, one character later, so that it is seen to be too long. */
  cell: number;
}

const MIB = 1024 ** 2;

export const SHEET_LIMITS: SheetLimits = {
  bytes: 5 * MIB,
  unpacked: 40 * MIB,
  kept: 10 * MIB,
  rows: 5010,
  columns: 100,
  cell: 300,
};

/** A file of rows cannot be taken: the message says why and what to do, for the form. */
export class SpreadsheetRefused extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The file cannot be read';
  override readonly remedy = 'Save the list as an Excel workbook (.xlsx) or as CSV and upload it again.';
}

/** Halves of a letter, which a database refuses. */
const HALVES = /\p{Cs}/gu;

/** What is kept of a cell. */
export const cellText = (text: string, limits: SheetLimits): string =>
  text
    .slice(0, 2 * limits.cell)
    .trim()
    .slice(0, limits.cell + 1)
    .replace(HALVES, '\uFFFD');

/** Without the empty cells behind the last one that is not. */
export function trimmedRow(cells: readonly string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length -= 1;
  return cells.slice(0, length);
}

/** @throws SpreadsheetRefused when a row has something beyond the last column that is taken */
export function mustBeNarrow(columns: number, limits: SheetLimits): void {
  if (columns <= limits.columns) return;
  throw new SpreadsheetRefused(
    `The file has more than ${limits.columns} columns. Keep the columns that say who and which committee, and upload it again`,
  );
}

export const tooMuch = (): SpreadsheetRefused =>
  new SpreadsheetRefused(
    'The workbook is too large once it is unpacked. Copy the list alone into a new workbook and upload that',
  );
