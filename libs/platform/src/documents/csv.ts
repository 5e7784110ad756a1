import { stringify } from 'csv-stringify/sync';

/** Makes Excel read the file as UTF-8. */
export const CSV_BEGIN = '\uFEFF';

/**
 * Spreadsheets look past what is not seen (spaces, control characters, zero-width ones, a byte order mark), and take the wide
 * signs of East Asian keyboards for the narrow ones. csv-stringify's own guard looks at the first character only.
 */
const FORMULA = /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u200b-\u200f]*[=+\-@＝＋－＠﹦﹢﹣﹫⁺⁻₊₋⁼₌−]|^\p{Cc}/u;
/** Most lines have nothing that needs care, and the writer takes ten times as long as joining them: lists have thousands. */
const PLAIN = /^(?:[0-9A-Za-z][^",;\t\r\n]*)?$/;
/** Semicolon and tab too: in some countries, and when asked, a spreadsheet cuts there, and what follows begins a cell. */
const ALSO_QUOTED = /[;\t]/;

/**
 * One line as in RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
 * injection"); numbers of ours stay numbers.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  if (cells.every((cell) => typeof cell !== 'string' || PLAIN.test(cell))) return `${cells.join(',')}\r\n`;
  return stringify([[...cells]], {
    record_delimiter: '\r\n',
    quote_record_delimiter: true,
    quoted_match: ALSO_QUOTED,
    cast: { string: (text) => (FORMULA.test(text) ? `'${text}` : text) },
  });
}
