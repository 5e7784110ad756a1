import { gzipSync } from 'node:zlib';

export const STATUS_PURPOSES = ['revocation', 'suspension'] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

/** Bits of a list: the least that hides one among many (Bitstring Status List 1.0, 2.2). */
export const LIST_BITS = 131_072;

/** @param set places whose bit is set, the first place being 0 and the leftmost bit @returns as `encodedList` has it */
export function encodedList(set: readonly number[]): string {
  const bits = Buffer.alloc(LIST_BITS / 8);
  for (const place of set) bits[place >> 3]! |= 0x80 >> (place & 7);
  return `u${gzipSync(bits).toString('base64url')}`;
}
