import { createHmac, type KeyObject } from 'node:crypto';
import { sameBytes } from '../hash';

/** Enough that nobody guesses one, and short: every form of a page bears it. */
const SIGNATURE_BYTES = 16;

/** What the forms of a page say of whose page it is, when it was shown to somebody signed in. */
export const pageMark = (key: KeyObject, personId: string): string =>
  `${personId}.${sign(key, personId).toString('base64url')}`;

/** @returns whose page it was; undefined for anything that is not a mark of ours */
export function ownerOf(key: KeyObject, mark: unknown): string | undefined {
  const found = typeof mark === 'string' ? /^([\da-f-]{36})\.([\w-]{22})$/.exec(mark) : null;
  if (!found) return undefined;
  const [, personId, signature] = found;
  return sameBytes(sign(key, personId!), Buffer.from(signature!, 'base64url')) ? personId : undefined;
}

const sign = (key: KeyObject, personId: string): Buffer =>
  createHmac('sha256', key).update(`page of ${personId}`).digest().subarray(0, SIGNATURE_BYTES);
