/** What a browser keeps while it waits for its letter: who it is, and the address it asked with. */
export interface Waiting {
  secret: string;
  email: string;
  /** Whether the last time it asked a letter was sent, if somebody has that address. */
  isSent: boolean;
}

export const waitingCookie = ({ secret, isSent, email }: Waiting): string =>
  [secret, isSent ? 'sent' : 'none', Buffer.from(email).toString('base64url')].join('.');

/** @returns undefined for anything that is not a cookie of ours */
export function readWaiting(cookie: string | undefined): Waiting | undefined {
  const found = /^([\w-]{43})\.(sent|none)\.([\w-]{1,400})$/.exec(cookie ?? '');
  if (!found) return undefined;
  return { secret: found[1]!, isSent: found[2] === 'sent', email: Buffer.from(found[3]!, 'base64url').toString() };
}
