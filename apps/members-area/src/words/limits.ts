import { KEPT_FORM_LIMITS, SIGN_IN_LIVES } from '@induct/sign-in';
import { counted } from './counted';

const MINUTE = 60_000;

/** `2 hours`, `30 minutes`. */
const inWords = (ms: number): string => {
  const minutes = ms / MINUTE;
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
};

/** How long sign-ins and kept forms live, in the words of whoever reads our pages. */
export const LIMITS = {
  get quiet() {
    return inWords(SIGN_IN_LIVES.idle);
  },
  get quietAtTheDesk() {
    return inWords(SIGN_IN_LIVES.idleAtTheDesk);
  },
  get atMost() {
    return inWords(SIGN_IN_LIVES.atMost);
  },
  get kept() {
    return inWords(KEPT_FORM_LIMITS.lives);
  },
};
