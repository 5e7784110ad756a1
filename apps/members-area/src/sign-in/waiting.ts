/** What a browser keeps while it waits for its letter: who it is, which link it asked for, and the address it asked with. */
export interface Waiting {
  secret: string;
  linkId: string;
  email: string;
}

export const waitingCookie = ({ secret, linkId, email }: Waiting): string =>
  [secret, linkId, Buffer.from(email).toString('base64url')].join('.');

/** @returns undefined for anything that is not a cookie of ours */
export function readWaiting(cookie: string | undefined): Waiting | undefined {
  const found = /^([\w-]{43})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{1,400})$/.exec(cookie ?? '');
  if (!found) return undefined;
  return { secret: found[1]!, linkId: found[2]!, email: Buffer.from(found[3]!, 'base64url').toString() };
}
