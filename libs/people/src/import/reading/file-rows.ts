import { dayCell, type Sheet } from '@induct/platform';
import type { ColumnMatching, ImportField } from './import-field';

/** What a row of the file says, as it was typed; what is empty, or a dash for it, is left out. */
export interface FileRow {
  number: number;
  values: Partial<Record<ImportField, string>>;
}

const NOTHING = /^(?:[-–—.]+|n\/?a|none|nil|null|#N\/A)$/i;

const DAYS: ReadonlySet<ImportField> = new Set(['electedOn', 'from', 'until']);

/** The rows below the headings. @param heading which row heads the others, from 0 */
export function fileRows(
  { rows, from1904 }: Pick<Sheet, 'rows' | 'from1904'>,
  heading: number,
  columns: ColumnMatching,
): FileRow[] {
  const shown = (field: ImportField, text: string) => (DAYS.has(field) ? dayCell(text, { from1904 }) : text);
  return rows.slice(heading + 1).flatMap(({ number, cells }) => {
    const values = Object.fromEntries(
      columns.flatMap((field, at) => {
        const text = cells[at] ?? '';
        return field === null || text === '' || NOTHING.test(text) ? [] : [[field, shown(field, text)]];
      }),
    ) as FileRow['values'];
    return Object.keys(values).length > 0 ? [{ number, values }] : [];
  });
}
