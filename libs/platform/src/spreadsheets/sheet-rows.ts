import { cellText, mustBeNarrow, tooMuch, type Sheet, type SheetLimits, trimmedRow } from './spreadsheet';
import { serialDay } from './serial-day';
import { unescaped } from './shared-texts';
import { isOn } from './workbook-outline';
import { readXml } from './workbook-xml';

export interface SheetContext {
  texts: readonly string[];
  /** By a cell's style: it shows a day. */
  isDay: readonly boolean[];
  from1904: boolean;
  limits: SheetLimits;
  /** Characters that cells may still hold, all sheets together: one text can be shown by a million of them. */
  room: { left: number };
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
}

/** Which elements of a cell hold what. */
const INTO: Record<string, 'value' | 'formula' | undefined> = { v: 'value', t: 'value', f: 'formula' };

/** What one sheet shows. Reading ends one row after the limit. @throws SpreadsheetRefused */
export async function sheetRows(name: string, pieces: AsyncIterable<string>, context: SheetContext): Promise<Sheet> {
  const { limits } = context;
  const sheet: Sheet = { name, rows: [], more: false, hiddenRows: 0, hiddenColumns: [] };
  let [number, isHidden, cells] = [0, false, [] as string[]];
  let cell: Cell | undefined;
  let into: 'value' | 'formula' | 'how to read it' | undefined;
  await readXml(pieces, {
    open(element, attribute) {
      if (element === 'col' && isOn(attribute('hidden'))) {
        const [first, last] = [Number(attribute('min')), Math.min(Number(attribute('max')), limits.columns)];
        for (let column = first; column <= last; column += 1) sheet.hiddenColumns.push(column - 1);
      }
      if (element === 'row') {
        number = Number(attribute('r') ?? number + 1);
        isHidden = isOn(attribute('hidden'));
        cells = [];
      }
      if (element === 'c') {
        const column = columnOf(attribute('r')) ?? cells.length;
        cell = {
          column,
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: '',
          formula: undefined,
        };
      }
      if (cell && element === 'f') cell.formula = '';
      if (element === 'rPh') into = 'how to read it';
      if (cell && into !== 'how to read it') into = INTO[element];
    },
    text(piece) {
      if (cell && into === 'value' && cell.value.length <= limits.cell * 2) cell.value += piece;
      if (cell && into === 'formula' && cell.formula!.length <= limits.cell) cell.formula += piece;
    },
    close(element) {
      if (element === 'rPh' || (INTO[element] && into !== 'how to read it')) into = undefined;
      if (element === 'c' && cell) {
        const text = cellText(shown(cell, context), limits);
        if (text !== '') {
          mustBeNarrow(cell.column + 1, limits);
          context.room.left -= text.length;
          if (context.room.left < 0) throw tooMuch();
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = text;
        }
        cell = undefined;
      }
      if (element !== 'row') return element === 'sheetData';
      const row = trimmedRow(cells);
      if (row.length === 0) return false;
      if (isHidden) sheet.hiddenRows += 1;
      else if (sheet.rows.length === limits.rows) sheet.more = true;
      else sheet.rows.push({ number, cells: row });
      return sheet.more;
    },
  });
  return sheet;
}

/**
 * What a cell shows. A formula without a saved result stands as it is, behind its sign: whoever reads it on says what is
 * wrong.
 */
function shown({ type, value, style, formula }: Cell, { texts, isDay, from1904 }: SheetContext): string {
  if (formula !== undefined && value === '') return formula === '' ? '' : `=${formula}`;
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return unescaped(value);
  const number = Number(value);
  if (value === '' || Number.isNaN(number)) return value;
  return (isDay[style] ? serialDay(number, from1904) : undefined) ?? String(number);
}

/** `AB12` → 27 */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (!letters) return undefined;
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
