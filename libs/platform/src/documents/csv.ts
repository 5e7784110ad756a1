/** Makes Excel read the file as UTF-8. */
export const CSV_BEGIN = '\uFEFF';

/**
 * Spreadsheets look past what is not seen (spaces, control characters, zero-width ones, a byte order mark), and take the wide
 * signs of East Asian keyboards for the narrow ones.
 */
const FORMULA = /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u200b-\u200f]*[=+\-@＝＋－＠﹦﹢﹣﹫⁺⁻₊₋⁼₌−]|^\p{Cc}/u;
/** Most cells begin like this, and need not be looked at for the rest of Unicode. */
const PLAIN = /^[0-9A-Za-z]/;
/** Semicolon and tab too: in some countries, and when asked, a spreadsheet cuts there, and what follows begins a cell. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

/**
 * One line as in RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
 * injection"); numbers of ours stay numbers.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = !PLAIN.test(value) && FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
