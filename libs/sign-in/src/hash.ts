import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What is stored of a secret. The secrets have 256 random bits, so a plain hash is enough. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A number of `digits` digits that only the holder of `secret` can know. */
export function codeFrom(secret: string, subject: string, digits: number): string {
  const bits = createHmac('sha256', secret).update(subject).digest().readBigUInt64BE();
  return String(bits % 10n ** BigInt(digits)).padStart(digits, '0');
}

export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
