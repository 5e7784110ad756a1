/** People whose names begin alike, or nearly: `A to C`. */
export interface Initials<Row> {
  name: string;
  rows: Row[];
}

const initialOf = (name: string): string => name.trim().charAt(0).normalize('NFD').charAt(0).toUpperCase() || '?';

/**
 * Splits a list that is ordered by name, between initials, into pieces of about a size: whoever looks for a name opens one.
 * @param about more only where so many have one initial
 */
export function byInitial<Row extends { name: string }>(rows: readonly Row[], about: number): Initials<Row>[] {
  const letters: Initials<Row>[] = [];
  for (const row of rows) {
    const name = initialOf(row.name);
    if (letters.at(-1)?.name === name) letters.at(-1)!.rows.push(row);
    else letters.push({ name, rows: [row] });
  }
  const pieces: Initials<Row>[] = [];
  for (const { name, rows: here } of letters) {
    const last = pieces.at(-1);
    if (last && last.rows.length + here.length <= about) {
      last.name = `${last.name.charAt(0)} to ${name}`;
      last.rows.push(...here);
    } else pieces.push({ name, rows: [...here] });
  }
  return pieces;
}
