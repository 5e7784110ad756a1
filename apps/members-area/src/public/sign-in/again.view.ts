import { said } from '@induct/platform';
import { type CameIn, strengthOf } from '@induct/sign-in';

/** Why somebody is asked once more. @param cameIn how they are signed in */
export const againView = (cameIn: CameIn | undefined) => ({
  why:
    cameIn && strengthOf(cameIn.way) < 2
      ? said(
          'This device is remembered, and that is enough to learn and to book. For what you want to do now we ask for more.',
        )
      : said(
          'What you want to do now can do harm in the wrong hands, so we ask for a letter or a passkey of the last 15 minutes.',
        ),
});
