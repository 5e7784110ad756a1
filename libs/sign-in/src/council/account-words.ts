import { withoutBidiControls } from '@induct/platform';

/** Long enough for every name and address, and for a line of a letter. */
const LONGEST = 200;

/**
 * What the council calls an account, in one line: `Amara Whitfield (amara@northmoor.example)`. It is somebody else's text: shown,
 * and believed by nobody.
 */
export function accountWords(claims: Readonly<Record<string, unknown>>): string {
  const name = line(claims['name']);
  const known = line(claims['preferred_username']) || line(claims['upn']) || line(claims['email']);
  if (name && known && name !== known) return shortened(`${name} (${known})`);
  return shortened(name || known || 'An account without a name');
}

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** The address that the council says, to be shown in a field; Entra says it in `preferred_username` where `email` is not set up. */
export function claimedEmail(claims: Readonly<Record<string, unknown>>): string | null {
  const found = [claims['email'], claims['preferred_username'], claims['upn']].map(line);
  return found.find((one) => one.length <= 254 && EMAIL.test(one)) ?? null;
}

const line = (value: unknown): string =>
  typeof value === 'string'
    ? withoutBidiControls(value)
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim()
    : '';

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
