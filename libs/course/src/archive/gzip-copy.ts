import type { ArchiveEntry } from './archive';

/** A compressed copy must be worth a second file. */
const WORTH_IT = 0.9;
const SMALLEST = 256;
/** RFC 1952: deflate, no name, no time, unknown system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

type Deflated = Pick<ArchiveEntry, 'packed' | 'unpacked' | 'crc32'>;

export function isWorthIt(packed: number, unpacked: number): boolean {
  return unpacked >= SMALLEST && packed < unpacked * WORTH_IT;
}

/** What has to stand before and after a zip's raw deflate stream to make it gzip. */
export function gzipFrame({ unpacked, crc32 }: Deflated): { header: Buffer; trailer: Buffer } {
  const trailer = Buffer.allocUnsafe(8);
  trailer.writeUInt32LE(crc32, 0);
  trailer.writeUInt32LE(unpacked % 2 ** 32, 4);
  return { header: HEADER, trailer };
}

/** Of header, deflate stream and trailer. */
export function gzipSize({ packed }: Deflated): number {
  return HEADER.length + packed + 8;
}
