import { CSV_BEGIN, csvLine } from '@induct/platform';
import { sortableMoment } from '../words/when';
import { paging, type Paging } from './paging';
import type { Tag } from '../words/tag';

/** What stands in a cell. A plain text is one too. */
export interface Cell {
  text?: string;
  /** Makes the text a link. */
  href?: string;
  /** Said after it to screen readers only: which of the rows a link is about, when it reads alike in each. */
  hidden?: string;
  /** Of the link or the text: `desk-number`, `induct-breaks`. */
  classes?: string;
  tag?: Tag;
  /** A colour beside the text, which says the same: `#00843d`. */
  mark?: string | null;
  /** Said beside it, smaller. */
  detail?: string | undefined;
  /** On a line of its own; on a phone it follows as a word of the same fact. */
  more?: string | undefined;
  /** A bar below, 0 to 1. The text says the same. */
  bar?: number;
  /** Its words say what they are, though those of its column do not: `No end date` under "Until". */
  speaks?: boolean;
  /** What somebody wrote, or is to be known of it: each in a block of its own, with its lines. `lead` stands before it in bold. */
  notes?: readonly { lead?: string; text?: string }[];
}

/** A column of a list. The first of the table is what its row is called by. */
export interface Column<Row> {
  head: string;
  /** In the table; a column without it stands in the file only. */
  cell?: (row: Row) => string | Cell;
  /** In the file, CSV or JSON; a column without it stands in the table only. A moment is a Date: each kind writes it its own way. */
  file?: (row: Row) => string | number | Date | null | undefined;
  /** Of the table's cells: `desk-moment`. */
  classes?: string;
  /** Its words say what they are ("catrin@northmoor.example", "Labour"): on a phone they stand without the head. */
  speaks?: boolean;
}

export interface ListFacts<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What is in it and in which order: read out, and shown where `heading` is. */
  caption: string;
  page: number;
  per: number;
  total: number;
  /** The address of a page of it. */
  href: (page: number) => string;
  /** Where the whole of it is as a file (`fileAddresses`). */
  file?: (kind: 'csv' | 'json') => string;
  /** The caption stands above the table, instead of "Showing 1 to 25 of 810". */
  heading?: boolean;
  /** What its pages are called, where another list of the page has some too: "Closed rounds". */
  pagesOf?: string;
}

/**
 * Where a cell stands when a phone makes an entry of its row: what the row is called by; its state, beside that; a fact, on a
 * line with the others; what needs a line of its own; nothing to be seen.
 */
type Place = 'name' | 'state' | 'fact' | 'block' | 'none';

/** What `lists/list.njk` shows: a table whose rows become short entries on a phone, with where one is in it and the way to the next page. */
export interface List extends Paging {
  caption: string;
  heading: boolean;
  pagesOf: string | undefined;
  csv: string | undefined;
  json: string | undefined;
  total: number;
  heads: string[];
  /** `plain`: a text and nothing else. */
  rows: (Cell & { plain: boolean; head: string; column: string | undefined; speaks: boolean; place: Place })[][];
}

/** What stands in a cell of which there is nothing to say. */
const NOTHING = new Set(['', '–']);

function placeOf({ text = '', tag, notes, detail, more }: Cell, nth: number): Place {
  if (nth === 0) return 'name';
  if (tag) return 'state';
  if (notes?.length) return 'block';
  return NOTHING.has(text) && !detail && !more ? 'none' : 'fact';
}

export function listView<Row>(facts: ListFacts<Row>): List {
  const { columns, rows, caption, page, per, total, href, file, heading = false, pagesOf } = facts;
  const shown = columns.filter((column) => column.cell !== undefined);
  return {
    ...paging(page, per, total, href),
    caption,
    heading,
    pagesOf,
    csv: file?.('csv'),
    json: file?.('json'),
    total,
    heads: shown.map(({ head }) => head),
    rows: rows.map((row) =>
      shown.map(({ head, cell, classes: column, speaks = false }, nth) => {
        const given = cell!(row);
        const words = typeof given === 'string' ? { text: given } : given;
        return {
          ...words,
          plain: words !== given,
          head,
          column,
          speaks: speaks || words.speaks === true,
          place: placeOf(words, nth),
        };
      }),
    ),
  };
}

/**
 * A list that is short by its nature (a person's attempts): all of it, under its caption.
 * @param heading false where the page has a heading for it: the caption is only read out
 */
export const wholeListView = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  caption: string,
  { heading = true } = {},
): List => ({
  ...listView({
    columns,
    rows,
    caption,
    heading,
    page: 1,
    per: Math.max(1, rows.length),
    total: rows.length,
    href: () => '',
  }),
  says: undefined,
});

/** A list as CSV, piece by piece. Moments are London's: `2026-11-22 14:32`. */
export async function* csvOf<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const filed = columns.filter((column) => column.file !== undefined);
  yield CSV_BEGIN + csvLine(filed.map(({ head }) => head));
  for await (const rows of batches)
    yield rows.map((row) => csvLine(filed.map(({ file }) => inCsv(file!(row))))).join('');
}

const inCsv = (value: string | number | Date | null | undefined) =>
  value instanceof Date ? sortableMoment(value) : value;
