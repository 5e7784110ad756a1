import { binaryArray } from './binary-array';

type Type = Parameters<typeof binaryArray>[0];

/** One column of rows that are handed to a statement: its name and type there, and its value here. */
export type Column<Row> = { [K in Type]: [type: K, value: (row: Row) => Cell<K>] }[Type];
type Cell<K extends Type> = Parameters<typeof binaryArray<K>>[1][number];

/** Rows as parameters: an array for each column, put together again by `unnest`. */
export class RowSet<Row> {
  constructor(private readonly columns: Record<string, Column<Row>>) {}

  get size(): number {
    return Object.keys(this.columns).length;
  }

  /** A `from` item of this name. @param first number of its first parameter */
  from(name: string, first: number): string {
    const arrays = Object.values(this.columns).map(([type], index) => `$${first + index}::${type}[]`);
    return `unnest(${arrays.join(', ')}) as ${name} (${Object.keys(this.columns).join(', ')})`;
  }

  values(rows: readonly Row[]): Buffer[] {
    return Object.values(this.columns).map(([type, value]) =>
      binaryArray(type, rows.map(value as (row: Row) => never)),
    );
  }
}
