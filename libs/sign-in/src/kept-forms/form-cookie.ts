import { createHmac, type KeyObject } from 'node:crypto';
import { sameBytes } from '../hash';

/** What a signed-in browser bears, so that a form which comes after the sign-in has ended can be kept for its person alone. */
export interface FormCookie {
  /** 32 random bytes: what a kept form is sealed with. */
  secret: string;
  /** Who was signed in. */
  personId: string;
  /** Seconds since 1970. */
  issuedAt: number;
  /** Something is kept. Not signed: it only says that looking is worth while. */
  keeps: boolean;
}

/** Longer than a sign-in and the time that a form is kept. In seconds. */
export const FORM_COOKIE_LIVES = 14 * 60 * 60;

export const writeFormCookie = (key: KeyObject, { secret, personId, issuedAt, keeps }: FormCookie): string =>
  `${secret}.${personId}.${issuedAt}.${sign(key, secret, personId, issuedAt).toString('base64url')}${keeps ? '.kept' : ''}`;

/** @returns undefined for anything that is not a cookie of ours, or is too old */
export function readFormCookie(key: KeyObject, cookie: string | undefined, now: Date): FormCookie | undefined {
  const found = /^([\w-]{43})\.([\da-f-]{36})\.(\d{1,12})\.([\w-]{43})(\.kept)?$/.exec(cookie ?? '');
  if (!found) return undefined;
  const [, secret, personId, issued, signature, keeps] = found;
  const issuedAt = Number(issued);
  if (!sameBytes(sign(key, secret!, personId!, issuedAt), Buffer.from(signature!, 'base64url'))) return undefined;
  if (now.getTime() / 1000 - issuedAt > FORM_COOKIE_LIVES) return undefined;
  return { secret: secret!, personId: personId!, issuedAt, keeps: keeps !== undefined };
}

const sign = (key: KeyObject, ...parts: (string | number)[]): Buffer =>
  createHmac('sha256', key).update(parts.join(' ')).digest();
