import type { Way } from '@induct/sign-in';

/** How somebody came in, as they would say it. */
export const WAY_WORDS: Readonly<Record<Way, string>> = {
  letter: 'by a letter',
  passkey: 'with a passkey',
  council: 'with your council account',
  persona: 'by a button of this demonstration',
  device: 'on a remembered device',
  'first administrator': 'with the link for the first administrator',
};
