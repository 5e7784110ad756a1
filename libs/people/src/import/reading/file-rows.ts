import type { SheetRow } from '@induct/platform';
import type { ColumnMatching, ImportField } from './import-field';

/** What a row of the file says, as it was typed; what is empty, or a dash for it, is left out. */
export interface FileRow {
  number: number;
  values: Partial<Record<ImportField, string>>;
}

const NOTHING = /^(?:[-–—.]+|n\/?a|none|nil|null|#N\/A)$/i;

/** The rows below the headings. @param heading which row heads the others, from 0 */
export function fileRows(rows: readonly SheetRow[], heading: number, columns: ColumnMatching): FileRow[] {
  return rows.slice(heading + 1).flatMap(({ number, cells }) => {
    const values = Object.fromEntries(
      columns.flatMap((field, at) => {
        const text = cells[at] ?? '';
        return field === null || text === '' || NOTHING.test(text) ? [] : [[field, text]];
      }),
    ) as FileRow['values'];
    return Object.keys(values).length > 0 ? [{ number, values }] : [];
  });
}
