import { CsvError, parse } from 'csv-parse/sync';
import { separatorOf } from './separator';
import { cellText, mustBeNarrow, type Sheet, type SheetLimits, SpreadsheetRefused, trimmedRow } from './spreadsheet';

/** More lines, most of them empty, are not looked at. */
const MOST_LINES = 60_000;
/** Of a record, in characters: an opening quotation mark that is never closed ends here at the latest. */
const LONGEST_RECORD = 64 * 1024;

/**
 * The rows of a CSV text, as texts in their places: two columns of one name stay two. Rows are counted as a spreadsheet does
 * that opens the file, so a line within quotation marks counts for nothing.
 * @throws SpreadsheetRefused
 */
export function csvSheet(text: string, limits: SheetLimits): Sheet {
  const { separator, declared } = separatorOf(text);
  const records = recordsOf(text, separator);
  const rows = records.flatMap((record, at) => {
    if (declared && at === 0) return [];
    const cells = trimmedRow(record.map((cell) => cellText(cell, limits)));
    mustBeNarrow(cells.length, limits);
    return cells.length > 0 ? [{ number: at + 1, cells }] : [];
  });
  const more = rows.length > limits.rows || records.length >= MOST_LINES;
  return { name: '', rows: rows.slice(0, limits.rows), more, hiddenRows: 0, hiddenColumns: [] };
}

function recordsOf(text: string, separator: string): string[][] {
  try {
    return parse(text, {
      delimiter: separator,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_RECORD,
      to: MOST_LINES,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines);
    throw new SpreadsheetRefused(
      `A quotation mark is opened and never closed${line ? `, at line ${line} or before it` : ''}. Put it right, or save the list as an Excel workbook (.xlsx)`,
    );
  }
}
