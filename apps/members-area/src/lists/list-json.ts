import type { Column } from './list';

/** What could end a script or begin a tag, should the text ever stand in a page. */
const UNSAFE = /[<>&\u2028\u2029]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const written = (value: unknown): string => JSON.stringify(value).replaceAll(UNSAFE, escaped);

/** What a column is called in JSON: its head in camel case. `Learning time (minutes)` → `learningTimeMinutes`. */
export function keyOf(head: string): string {
  const [first = '', ...others] = head.match(/[\p{L}\p{N}]+/gu) ?? [];
  return first.toLowerCase() + others.map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()).join('');
}

/**
 * A list as JSON, piece by piece, of the columns that its CSV has (docs/lists-as-json.md): a moment in UTC
 * (`2026-11-22T14:32:00.000Z`), a day as `2026-11-22`, a number as one, what is not there as null. Texts are as they were
 * written: no apostrophe before what a spreadsheet would run.
 * @throws when two columns have one name
 */
export async function* jsonOf<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const filed = columns.flatMap(({ head, file }) => (file ? [{ key: keyOf(head), head, file }] : []));
  if (new Set(filed.map(({ key }) => key)).size < filed.length) throw new Error('Two columns of a list have one name');
  yield `{"columns":${written(filed.map(({ key, head }) => ({ key, head })))},\n"rows":[`;
  let before = '\n';
  for await (const rows of batches) {
    let piece = '';
    for (const row of rows) {
      piece += before + written(Object.fromEntries(filed.map(({ key, file }) => [key, file(row) ?? null])));
      before = ',\n';
    }
    if (piece !== '') yield piece;
  }
  yield '\n]}\n';
}
