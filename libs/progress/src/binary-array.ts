/** 1 January 2000, where PostgreSQL begins to count, in milliseconds. */
const EPOCH = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;

/** How one type goes over the wire in PostgreSQL's binary format: its number in pg_type, and its bytes. */
interface Wire<T> {
  oid: number;
  bytes(value: T): number;
  write(value: T, into: Buffer, at: number): void;
}

const words = (oid: number): Wire<string> => ({
  oid,
  bytes: (value) => Buffer.byteLength(value),
  write: (value, into, at) => void into.write(value, at, 'utf8'),
});
const fixed = <T>(oid: number, size: number, write: Wire<T>['write']): Wire<T> => ({ oid, bytes: () => size, write });

const WIRES = {
  text: words(25),
  json: words(114),
  bool: fixed<boolean>(16, 1, (value, into, at) => void into.writeUInt8(value ? 1 : 0, at)),
  int4: fixed<number>(23, 4, (value, into, at) => void into.writeInt32BE(value, at)),
  float8: fixed<number>(701, 8, (value, into, at) => void into.writeDoubleBE(value, at)),
  date: fixed<Date>(1082, 4, (value, into, at) => void into.writeInt32BE(daysSince2000(value), at)),
  timestamptz: fixed<Date>(1184, 8, (value, into, at) => void into.writeBigInt64BE(microseconds(value), at)),
  uuid: fixed<string>(2950, 16, (value, into, at) => void into.write(value.replaceAll('-', ''), at, 'hex')),
  bytea: {
    oid: 17,
    bytes: (value) => value.length,
    write: (value, into, at) => void value.copy(into, at),
  } satisfies Wire<Buffer>,
};

type Wires = typeof WIRES;
type Value<K extends keyof Wires> = Wires[K] extends Wire<infer T> ? T : never;

/**
 * An array parameter in PostgreSQL's binary format. `pg` sends a Buffer as it is, so a batch costs no quoting here and
 * no unquoting there, and one prepared statement serves batches of every size.
 * The statement must say the type: `$1::json[]`.
 */
export function binaryArray<K extends keyof Wires>(type: K, values: readonly (Value<K> | null | undefined)[]): Buffer {
  const wire = WIRES[type] as unknown as Wire<Value<K>>;
  const sizes = values.map((value) => (value === null || value === undefined ? -1 : wire.bytes(value)));
  const buffer = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + 4 + Math.max(0, size), 20));
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(sizes.includes(-1) ? 1 : 0, 4);
  buffer.writeInt32BE(wire.oid, 8);
  buffer.writeInt32BE(values.length, 12);
  buffer.writeInt32BE(1, 16);
  let at = 20;
  for (const [index, value] of values.entries()) {
    const size = sizes[index]!;
    buffer.writeInt32BE(size, at);
    at += 4;
    if (size < 0) continue;
    wire.write(value!, buffer, at);
    at += size;
  }
  return buffer;
}

function daysSince2000(value: Date): number {
  return Math.floor((value.getTime() - EPOCH) / DAY);
}

function microseconds(value: Date): bigint {
  return BigInt(value.getTime() - EPOCH) * 1000n;
}
