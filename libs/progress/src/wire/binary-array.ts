import { Message } from './message';

/** 1 January 2000, where PostgreSQL begins to count, in milliseconds. */
const EPOCH = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;

/** How one type goes over the wire in PostgreSQL's binary format: its number in pg_type, and its bytes. */
interface Wire<T> {
  oid: number;
  write(value: T, to: Message): void;
}

const words = (oid: number): Wire<string> => ({ oid, write: (value, to) => to.text(value) });

const WIRES = {
  text: words(25),
  json: words(114),
  bool: { oid: 16, write: (value, to) => to.int8(value ? 1 : 0) } satisfies Wire<boolean>,
  int4: { oid: 23, write: (value, to) => to.int32(value) } satisfies Wire<number>,
  float8: { oid: 701, write: (value, to) => to.double(value) } satisfies Wire<number>,
  date: { oid: 1082, write: (value, to) => to.int32(Math.floor((value.getTime() - EPOCH) / DAY)) } satisfies Wire<Date>,
  timestamptz: { oid: 1184, write: (value, to) => to.int64((value.getTime() - EPOCH) * 1000) } satisfies Wire<Date>,
  uuid: { oid: 2950, write: (value, to) => to.uuid(value) } satisfies Wire<string>,
  bytea: { oid: 17, write: (value, to) => to.bytes(value) } satisfies Wire<Buffer>,
};

type Wires = typeof WIRES;
type Value<K extends keyof Wires> = Wires[K] extends Wire<infer T> ? T : never;

/** A value of a column, or nothing. */
export type Cell<K extends Type> = Value<K> | null | undefined;
export type Type = keyof Wires;

/**
 * An array parameter in PostgreSQL's binary format. `pg` sends a Buffer as it is, so a batch costs no quoting here and
 * no unquoting there, and one prepared statement serves batches of every size.
 * The statement must say the type: `$1::json[]`.
 */
export function binaryArray<K extends Type>(type: K, values: readonly Cell<K>[]): Buffer {
  const wire = WIRES[type] as Wire<unknown>;
  const message = arrayOf(wire.oid, values.length);
  for (const value of values) writeCell(wire, value, message);
  return message.taken();
}

/** One column of a composite type: its type there, and its value here. */
export type Column<Row> = { [K in Type]: [type: K, value: (row: Row) => Cell<K>] }[Type];

/**
 * Rows as an array of a composite type. The statement says `unnest($1::the_type[])`: one set of rows for one parameter,
 * where an array for each column would cost PostgreSQL a function scan for each column.
 * @param oid of the composite type in this database
 */
export function binaryRows<Row>(oid: number, columns: readonly Column<Row>[], rows: readonly Row[]): Buffer {
  const message = arrayOf(oid, rows.length);
  for (const row of rows) {
    const begin = message.beginLength();
    message.int32(columns.length);
    for (const [type, value] of columns) {
      const wire = WIRES[type] as Wire<unknown>;
      message.int32(wire.oid);
      writeCell(wire, value(row), message);
    }
    message.endLength(begin);
  }
  return message.taken();
}

function arrayOf(oid: number, length: number): Message {
  const message = new Message();
  // One dimension; whether there are nulls, PostgreSQL sees for itself.
  for (const word of [1, 0, oid, length, 1]) message.int32(word);
  return message;
}

function writeCell(wire: Wire<unknown>, value: unknown, message: Message): void {
  if (value === null || value === undefined) return message.int32(-1);
  const begin = message.beginLength();
  wire.write(value, message);
  message.endLength(begin);
}
