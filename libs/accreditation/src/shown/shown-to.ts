import { timingSafeEqual } from 'node:crypto';

/**
 * Who is shown the full name when a certificate is checked by its number. `paper`: whoever has the QR code. `link`: besides,
 * whoever has a link of the holder's own. `public`: everybody.
 */
export const SHOWN_TO = ['paper', 'link', 'public'] as const;
export type ShownTo = (typeof SHOWN_TO)[number];

/** What somebody has chosen; without a choice `paper`. */
export interface Choice {
  shownTo: ShownTo;
  /** In the link of their own. */
  secret: string | null;
}
export const NO_CHOICE: Choice = { shownTo: 'paper', secret: null };

/**
 * Whether the full name is shown. The QR code shows it always: its holder has read the paper. What the holder chose counts
 * while the certificate is in force, so that nobody is named as the holder of one that was revoked or suspended. How long it
 * takes says nothing of the secrets.
 */
export function showsName(
  { secret, state }: { secret: string; state: string },
  { shownTo, secret: own }: Choice,
  given: string | undefined,
): boolean {
  const [byPaper, byLink] = [isSame(given, secret), isSame(given, own ?? '')];
  return byPaper || (state === 'issued' && (shownTo === 'public' || (shownTo === 'link' && byLink)));
}

function isSame(given: string | undefined, known: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(known)];
  return one.length > 0 && one.length === other.length && timingSafeEqual(one, other);
}
