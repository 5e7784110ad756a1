import { said } from '@induct/platform';
import { type CameIn, MISSING, type Missing, strengthOf } from '@induct/sign-in';

const WHY: Readonly<Record<Missing, () => string>> = {
  strong: () =>
    said(
      'This device is remembered, and that is enough to learn and to book. For what you want to do now we ask for more.',
    ),
  fresh: () =>
    said(
      'What you want to do now can do harm in the wrong hands, so we ask for a letter or a passkey of the last 15 minutes.',
    ),
  key: () => said('At the desk your council asks for more than a letter: for a passkey or your council account.'),
  'fresh key': () =>
    said('What you want to do now can do harm in the wrong hands, so we ask for a passkey of the last 15 minutes.'),
};

const isMissing = (asks: unknown): asks is Missing => (MISSING as readonly unknown[]).includes(asks);

interface Again {
  /** How they are signed in. */
  cameIn: CameIn | undefined;
  /** What is missing, as the address says: it changes words and what is offered, and nothing else. */
  asks: unknown;
  hasPasskey: boolean;
  /** Whether the council has a sign-in of its own. */
  hasCouncil: boolean;
}

/** Why somebody is asked once more, and what of theirs would be enough. */
export function againView({ cameIn, asks: asked, hasPasskey, hasCouncil }: Again) {
  const isWeak = cameIn !== undefined && strengthOf(cameIn.way) < 2;
  const asks = isMissing(asked) ? asked : isWeak ? 'strong' : 'fresh';
  const takesKeysOnly = asks === 'key' || asks === 'fresh key';
  return {
    asks,
    why: WHY[asks](),
    hasPasskey,
    /** It may answer without asking anybody anything, so it shows nothing anew. */
    offersCouncil: hasCouncil && (asks === 'strong' || asks === 'key'),
    offersLetter: !takesKeysOnly,
    /** A key is asked for that they do not have yet: a letter lets them add one. */
    mustAddPasskey: takesKeysOnly && !hasPasskey,
  };
}
