import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A cell as the XML of a sheet has it: a text, or what stands in `<c>` itself. */
export type GivenCell = string | number | { xml: string; type?: string; style?: number } | undefined;

export interface GivenSheet {
  name: string;
  rows: readonly (readonly GivenCell[])[];
  /** Rows, counted from 1, that are hidden. */
  hiddenRows?: readonly number[];
  /** Columns, counted from 1, that are hidden. */
  hiddenColumns?: readonly number[];
  state?: 'hidden' | 'veryHidden';
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** An Excel workbook, written by hand. Style 1 shows a day, style 2 `d mmmm yyyy`, style 3 money. */
export async function workbook(sheets: readonly GivenSheet[], more: Record<string, string> = {}): Promise<Buffer> {
  const shared: string[] = [];
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-809]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;day &quot;#,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  };
  sheets.forEach((sheet, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, shared)));
  parts['xl/sharedStrings.xml'] =
    `<sst>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  const zip = new ZipFile();
  for (const [path, content] of Object.entries({ ...parts, ...more })) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const pieces: Buffer[] = [];
  zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
  await finished(zip.outputStream as unknown as NodeJS.ReadableStream);
  return Buffer.concat(pieces);
}

function sheetXml({ rows, hiddenRows = [], hiddenColumns = [] }: GivenSheet, shared: string[]): string {
  const cols = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`).join('');
  const body = rows.map((cells, at) => {
    const xml = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`, shared)).join('');
    return `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${xml}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet>${cols && `<cols>${cols}</cols>`}<sheetData>${body.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: GivenCell, place: string, shared: string[]): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${shared.push(cell) - 1}</v></c>`;
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
  return `<c r="${place}"${type}${cell.style === undefined ? '' : ` s="${cell.style}"`}>${cell.xml}</c>`;
}
