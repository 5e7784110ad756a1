import { binaryRows, type Column } from './binary-array';

/** Rows as one parameter: an array of a composite type of the database, which has the same columns in the same order. */
export class RowSet<Row> {
  private readonly columns: readonly Column<Row>[];

  constructor(
    readonly type: string,
    columns: Record<string, Column<Row>>,
  ) {
    this.columns = Object.values(columns);
  }

  /** @param oid of the composite type in this database */
  parameter(oid: number, rows: readonly Row[]): Buffer {
    return binaryRows(oid, this.columns, rows);
  }
}
