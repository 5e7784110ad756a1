import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip made byte by byte: everything that an honest writer would not let one say. */
export interface RawEntry {
  /** A Buffer: these very bytes. */
  name: string | Buffer;
  content?: string | Buffer;
  /** What the directory claims; default: the truth. */
  unpacked?: number;
  crc?: number;
  /** 0 stored (default), 8 deflated, anything else as it is. */
  method?: number;
  /** General purpose bits; 0x800 (UTF-8) when not given. */
  flags?: number;
  /** Unix mode with the file type, such as 0o120777 for a link. */
  mode?: number;
  /** Where the directory says it begins: another entry's place. */
  sameAs?: number;
  /** Data that is compressed already. */
  packed?: Buffer;
  /** Fields behind the name, in the directory only. */
  extra?: Buffer;
}

export interface RawZip {
  before?: Buffer;
  comment?: Buffer;
  /** What the end record claims; default: the truth. */
  entryCount?: number;
}

export function rawZip(
  entries: readonly RawEntry[],
  { before = Buffer.alloc(0), comment, entryCount }: RawZip = {},
): Buffer {
  const parts: Buffer[] = [before];
  const offsets: number[] = [];
  const directory: Buffer[] = [];
  let position = before.length;
  for (const entry of entries) {
    const made = raw(entry);
    offsets.push(position);
    const offset = entry.sameAs === undefined ? position : offsets[entry.sameAs]!;
    if (entry.sameAs === undefined) {
      parts.push(made.local, made.packed);
      position += made.local.length + made.packed.length;
    }
    directory.push(made.central(offset));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const claimed = entryCount ?? entries.length;
  const count = Math.min(claimed, 0xffff);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(position, 16);
  end.writeUInt16LE(comment?.length ?? 0, 20);
  const zip64 = claimed < 0xffff ? [] : [zip64End(claimed, central.length, position)];
  return Buffer.concat([...parts, central, ...zip64, end, comment ?? Buffer.alloc(0)]);
}

/** The end record for more entries than 16 bits can count, and the record that says where it is. */
function zip64End(entryCount: number, length: number, position: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(entryCount), 24);
  end.writeBigUInt64LE(BigInt(entryCount), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(position), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(position + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function raw(entry: RawEntry) {
  const { method = 0, flags = 0x800, mode = 0o100644 } = entry;
  const name = Buffer.from(entry.name);
  const content = Buffer.from(entry.content ?? '');
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(entry.crc ?? crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(entry.unpacked ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const signature = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const central = (offset: number) => {
    const more = Buffer.alloc(14);
    more.writeUInt32LE((mode << 16) >>> 0, 6);
    more.writeUInt32LE(offset, 10);
    const madeByUnix = Buffer.from([20, 3]);
    const extra = entry.extra ?? Buffer.alloc(0);
    const lengths = Buffer.from(common);
    lengths.writeUInt16LE(extra.length, 24);
    return Buffer.concat([signature(0x02014b50), madeByUnix, lengths, more, name, extra]);
  };
  return { packed, local: Buffer.concat([signature(0x04034b50), common, name]), central };
}

/** Info-ZIP's field that says a name in UTF-8 (0x7075). @param crc of the name as it stands, when that is not the truth */
export function unicodePath(nameBytes: Buffer, name: string, crc = crc32(nameBytes)): Buffer {
  const utf8 = Buffer.from(name);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + utf8.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc, 5);
  return Buffer.concat([field, utf8]);
}
