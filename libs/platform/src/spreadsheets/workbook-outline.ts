import { cellText, SHEET_LIMITS, SpreadsheetRefused } from './spreadsheet';
import { damaged, type WorkbookParts } from './workbook-parts';
import { readXml } from './workbook-xml';

export interface WorkbookOutline {
  /** Sheets that the workbook shows, in their order, and where each lies. */
  sheets: { name: string; path: string }[];
  /** Days are counted from 1904 instead of 1900, as old Macs do. */
  from1904: boolean;
}

const BOOK = 'xl/workbook.xml';
/** Excel's own names of sheets have 31 characters at most. */
const NAMES = { ...SHEET_LIMITS, cell: 100 };

/** Which sheets there are. Hidden ones, charts and macros are none of them. @throws SpreadsheetRefused */
export async function workbookOutline(parts: WorkbookParts): Promise<WorkbookOutline> {
  if (!parts.has(BOOK)) throw parts.has('content.xml') ? otherOffice() : damaged();
  const paths = await sheetPaths(parts);
  const sheets: WorkbookOutline['sheets'] = [];
  let from1904 = false;
  await readXml(parts.read(BOOK), {
    open(element, attribute) {
      if (element === 'workbookPr') from1904 = isOn(attribute('date1904'));
      if (element !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      const path = paths.get(attribute('r:id') ?? attribute('relationships:id') ?? '');
      if (path !== undefined) sheets.push({ name: cellText(attribute('name') ?? '', NAMES), path });
    },
  });
  return { sheets, from1904 };
}

/** By the relationship's id. */
async function sheetPaths(parts: WorkbookParts): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  await readXml(parts.read('xl/_rels/workbook.xml.rels'), {
    open(element, attribute) {
      const target = attribute('Target') ?? '';
      const isSheet = (attribute('Type') ?? '').endsWith('/worksheet') && attribute('TargetMode') !== 'External';
      if (element !== 'Relationship' || !isSheet) return;
      paths.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return paths;
}

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const otherOffice = () =>
  new SpreadsheetRefused('The file is an OpenDocument spreadsheet. Save it as an Excel workbook (.xlsx) or as CSV');
