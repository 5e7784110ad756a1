import type { WaitingFor } from '@induct/sign-in';

const MINUTE = 60_000;

interface Check extends WaitingFor {
  email: string;
  /** Whether the last time this browser asked a letter was sent, if somebody has that address. */
  isSent: boolean;
}

/**
 * What the waiting page says. It never says that a letter is coming when none was sent, and says the same whether somebody
 * has the address or not.
 */
export function checkView({ email, isSent, code, until, nextAt }: Check) {
  const state = isSent ? (code ? 'on its way' : 'over') : code ? 'earlier ones' : 'none';
  return { email, state, code: code && spaced(code), until, nextAt: nextAt && wholeMinute(nextAt) };
}

/** Pages say minutes: whoever asks again in the one that they are told is not too early. */
const wholeMinute = (at: Date): Date => new Date(Math.ceil(at.getTime() / MINUTE) * MINUTE);

/** In two halves, as people read it out. */
const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
