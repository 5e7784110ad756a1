import type { Sheet, SheetLimits } from './spreadsheet';
import { dayFormats } from './day-formats';
import { sharedTexts } from './shared-texts';
import { sheetRows } from './sheet-rows';
import { workbookOutline } from './workbook-outline';
import { WorkbookParts } from './workbook-parts';

/** More sheets, from the first, are not read. */
const MOST_SHEETS = 20;

/**
 * What an Excel workbook shows, sheet by sheet. Read with the zip and XML readers that packages are read with, and of the zip
 * only the parts that hold cells: macros, links, pictures and other people's code are never looked at.
 * @throws SpreadsheetRefused
 */
export async function workbookSheets(bytes: Buffer, limits: SheetLimits): Promise<Sheet[]> {
  const parts = await WorkbookParts.open(bytes, limits);
  const { sheets, from1904 } = await workbookOutline(parts);
  const room = { left: limits.kept };
  const context = { room, texts: await sharedTexts(parts, limits), isDay: await dayFormats(parts), from1904, limits };
  const read: Sheet[] = [];
  for (const { name, path } of sheets.slice(0, MOST_SHEETS))
    read.push({ ...(await sheetRows(name, parts.read(path), context)), ...(from1904 && { from1904 }) });
  return read;
}
