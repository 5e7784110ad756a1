import { csvSheet } from './csv-sheet';
import { decoded } from './decoded';
import { SHEET_LIMITS, type Sheet, type SheetLimits, SpreadsheetRefused } from './spreadsheet';
import { workbookSheets } from './workbook-sheets';

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);

/**
 * The tables in a file that somebody uploads, by its content and not by its name: CSV in any of the ways it is written, or an
 * Excel workbook. Nothing in it is run: of a formula the result that was saved is taken.
 * @returns at least one sheet with at least one row
 * @throws SpreadsheetRefused in words for the form
 */
export async function readSpreadsheet(bytes: Buffer, limits: SheetLimits = SHEET_LIMITS): Promise<Sheet[]> {
  if (bytes.length === 0) throw new SpreadsheetRefused('The file is empty. Choose another one');
  if (bytes.length > limits.bytes) throw new SpreadsheetRefused(tooLarge(limits));
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new SpreadsheetRefused(
      'The file is an older Excel file (.xls), or has a password. Save it as an Excel workbook (.xlsx) without a password',
    );
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw new SpreadsheetRefused('The file is a PDF. Choose the list it was made from, as .xlsx or CSV');
  }
  const isZip = startsWith(bytes, 0x50, 0x4b);
  const sheets = isZip ? await workbookSheets(bytes, limits) : [csvSheet(decoded(bytes), limits)];
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new SpreadsheetRefused('The file has no rows that are shown. Choose another one');
  return filled;
}

/** Also said by whoever takes the file in and stops at the limit. */
export const tooLarge = ({ bytes }: Pick<SheetLimits, 'bytes'>): string =>
  `The file must be smaller than ${Math.floor(bytes / 1024 ** 2)} MB. Keep the columns that are needed, without pictures, and upload it again`;
