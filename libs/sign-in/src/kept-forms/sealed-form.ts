import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what somebody typed, so that the database alone gives nothing away.
 * @param secret of the browser
 * @param personId for whom alone it opens
 * @param iv 12 random bytes
 */
export function seal(text: string, secret: string, personId: string, iv: Buffer): Buffer {
  const cipher = createCipheriv(ALGORITHM, keyFrom(secret), iv).setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @returns undefined when it was sealed in another browser or for another person, or was changed */
export function unseal(sealed: Buffer, secret: string, personId: string): string | undefined {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const cipher = createDecipheriv(ALGORITHM, keyFrom(secret), iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(personId)).setAuthTag(tag);
    return Buffer.concat([cipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const keyFrom = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'induct kept form', 32));
