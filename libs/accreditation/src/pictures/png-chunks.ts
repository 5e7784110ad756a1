import { inflateSync } from 'node:zlib';
import { LONGEST_SIDE } from './picture-type';

/** What pixels are made of. All else (texts, colour profiles, animations) is left behind. */
const OF_PIXELS = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** Four channels of two bytes, a filter byte a row; interlaced, seven small pictures with rows of their own. */
const MOST_UNPACKED = LONGEST_SIDE * (LONGEST_SIDE * 8 + 1) + 7 * LONGEST_SIDE * 2;

/**
 * A PNG with nothing in it but its pixels. One header, and what is packed unpacks to no more than the largest picture needs:
 * pngjs would take the last of several headers, and unpack an interlaced picture without an end.
 * @returns undefined when it is no such file
 */
export function onlyPixels(file: Buffer): Buffer | undefined {
  const kept = [file.subarray(0, 8)];
  const packed: Buffer[] = [];
  let headers = 0;
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (end > file.length) return undefined;
    if (OF_PIXELS.includes(name)) kept.push(file.subarray(at, end));
    if (name === 'IDAT') packed.push(file.subarray(at + 8, end - 4));
    if (name === 'IHDR') headers += 1;
    if (name === 'IEND') break;
    at = end;
  }
  return headers === 1 && unpacks(packed) ? Buffer.concat(kept) : undefined;
}

function unpacks(packed: readonly Buffer[]): boolean {
  try {
    return inflateSync(Buffer.concat(packed), { maxOutputLength: MOST_UNPACKED }).length > 0;
  } catch {
    return false;
  }
}
