import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Of the format's list of known tables (WOFF2, 5.2); `cmap` says which letters a font has. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const TAG_FOLLOWS = 63;
const HEADER_BYTES = 48;

/** The code points that a font file draws, by its own `cmap`. @param path of a .woff2 file */
export function lettersInFont(path: string): ReadonlySet<number> {
  const file = readFileSync(path);
  const letters = new Set<number>();
  for (const table of subtables(cmapOf(file))) {
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, letters);
    if (format === 12) addGroups(table, letters);
  }
  return letters;
}

function cmapOf(file: Buffer): Buffer {
  let at = HEADER_BYTES;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = file[at++]!;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  let start = 0;
  let found: { start: number; bytes: number } | undefined;
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file[at++]!;
    const tag = flags & 63;
    if (tag === TAG_FOLLOWS) at += 4;
    const plain = number();
    // Outlines are stored transformed unless their version is 3, everything else when it is not 0.
    const version = flags >> 6;
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    const bytes = transformed ? number() : plain;
    if (tag === CMAP) found = { start, bytes };
    start += bytes;
  }
  if (!found) throw new Error('This font does not say which letters it has');
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return tables.subarray(found.start, found.start + found.bytes);
}

function subtables(cmap: Buffer): Buffer[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.subarray(cmap.readUInt32BE(4 + at * 8 + 4)));
}

/** OpenType, "Format 4: segment mapping to delta values". */
function addSegments(table: Buffer, letters: Set<number>): void {
  const bytes = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
  for (let at = 0; at < bytes; at += 2) {
    const [first, last] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    const offset = table.readUInt16BE(offsets + at);
    for (let letter = first; letter <= last && letter !== 0xffff; letter++) {
      const glyph = offset === 0 ? letter : table.readUInt16BE(offsets + at + offset + 2 * (letter - first));
      const drawn = glyph !== 0 && ((glyph + table.readUInt16BE(deltas + at)) & 0xffff) !== 0;
      if (drawn) letters.add(letter);
    }
  }
}

/** OpenType, "Format 12: segmented coverage". */
function addGroups(table: Buffer, letters: Set<number>): void {
  for (let left = table.readUInt32BE(12), at = 16; left > 0; left--, at += 12) {
    const [first, last, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
    for (let letter = first; letter <= last; letter++) if (glyph + letter - first !== 0) letters.add(letter);
  }
}
