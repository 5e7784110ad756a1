import { KEPT_FORM_LIMITS, SIGN_IN_LIVES } from '@induct/sign-in';

const MINUTE = 60_000;

/** `2 hours`, `30 minutes`. */
const inWords = (ms: number): string => {
  const minutes = ms / MINUTE;
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** How long sign-ins and kept forms live, in the words of our pages. */
export const LIMITS = {
  quiet: inWords(SIGN_IN_LIVES.idle),
  quietAtTheDesk: inWords(SIGN_IN_LIVES.idleAtTheDesk),
  atMost: inWords(SIGN_IN_LIVES.atMost),
  kept: inWords(KEPT_FORM_LIMITS.lives),
};
