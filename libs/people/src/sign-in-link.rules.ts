const MINUTE = 60_000;

/** Limits of e-mail links (security.md, "Decisions"). Times in milliseconds. */
export const LINK_LIMITS = {
  lives: 15 * MINUTE,
  codeDigits: 6,
  wrongCodes: 5,
  /** One account asked for from one network address: others behind the same address keep their own count. */
  perAddressAndAccount: 5,
  /** One account asked for from anywhere, so that nobody's mailbox can be flooded. */
  perAccount: 20,
  countedOver: 15 * MINUTE,
};

export interface LinkFacts {
  expiresAt: Date;
  usedAt: Date | null;
  tries: number;
}

export type LinkState = 'ready' | 'used' | 'expired' | 'too many wrong codes';

export function linkState(link: LinkFacts, now: Date): LinkState {
  if (link.usedAt) return 'used';
  if (now >= link.expiresAt) return 'expired';
  return link.tries >= LINK_LIMITS.wrongCodes ? 'too many wrong codes' : 'ready';
}

/** Whether one more letter may be sent. The answer to the reader is the same either way. */
export const mayPostLink = (asked: { byAddressAndAccount: number; byAccount: number }): boolean =>
  asked.byAddressAndAccount < LINK_LIMITS.perAddressAndAccount && asked.byAccount < LINK_LIMITS.perAccount;
