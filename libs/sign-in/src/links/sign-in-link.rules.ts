import type { SignInLinkEntity } from './sign-in-link.entity';

const MINUTE = 60_000;

/**
 * Limits of e-mail links (docs/security.md, “Signing in”; the arithmetic is in docs/decisions/0902). Times in milliseconds. What
 * somebody does who holds another person's link never binds that person: the asking browser is asked for no code.
 */
export const LINK_LIMITS = {
  lives: 15 * MINUTE,
  codeDigits: 8,
  /** Typed by one sender for the letters of one browser. */
  wrongCodesOfASender: 5,
  /** By all senders together: 200 networks that know the link. Then only the asking browser can use it. */
  wrongCodesOfAll: 1000,
  /** One account asked for from one network: others behind the same address keep their own count. */
  perNetworkAndAccount: 5,
  /** One account asked for from anywhere, so that nobody's mailbox can be flooded. */
  perAccount: 20,
  countedOver: 15 * MINUTE,
};

export type LinkFacts = Pick<SignInLinkEntity, 'expiresAt' | 'usedAt'>;

export type LinkState = 'ready' | 'used' | 'expired';

export function linkState(link: LinkFacts, now: Date): LinkState {
  if (link.usedAt) return 'used';
  return now >= link.expiresAt ? 'expired' : 'ready';
}

/** How often a code was typed wrongly for the letters of one browser. */
export interface WrongCodes {
  ofSender: number;
  /** By all senders together. */
  ofAll: number;
}

/** Whether this sender may try one more code. */
export const mayTypeCode = (wrong: WrongCodes): boolean =>
  wrong.ofSender < LINK_LIMITS.wrongCodesOfASender && wrong.ofAll < LINK_LIMITS.wrongCodesOfAll;

/** @returns the digits; undefined when what was typed cannot be a code, and so is no guess at one either */
export function codeTyped(text: string | undefined): string | undefined {
  const digits = (text ?? '').replace(/\D/g, '');
  return digits.length === LINK_LIMITS.codeDigits ? digits : undefined;
}

/** A time at which a letter for the account was asked for. */
export interface AskedAt {
  at: Date;
  /** From the network of the one who asks now. */
  here: boolean;
}

/**
 * From when on another letter may be asked for; undefined: now. Whether somebody has the address makes no difference.
 * @param asked the oldest first, of the last `countedOver`
 */
export function nextLetterAt(asked: readonly AskedAt[]): Date | undefined {
  const waits = [
    freeAgain(
      asked.filter(({ here }) => here),
      LINK_LIMITS.perNetworkAndAccount,
    ),
    freeAgain(asked, LINK_LIMITS.perAccount),
  ];
  const latest = Math.max(...waits);
  return latest > 0 ? new Date(latest) : undefined;
}

/** When so many of them are too old to count that less than `limit` are left; 0: now. */
function freeAgain(asked: readonly AskedAt[], limit: number): number {
  const last = asked.at(-limit);
  return last && asked.length >= limit ? last.at.getTime() + LINK_LIMITS.countedOver : 0;
}
