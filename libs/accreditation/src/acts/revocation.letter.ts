import { plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface AboutRevocation {
  /** Whose certificate it was. */
  name: string;
  number: string;
  scheme: string;
  /** False of whoever was deactivated: nothing is asked of them, and they cannot sign in. */
  isHere: boolean;
  /** Of this council's pages. */
  origin: string;
}

/** The reason stays inside: whoever wants to know asks, and is told in person. */
export const revokedLetter = ({ name, number, scheme, isHere, origin }: AboutRevocation) =>
  plainLetter({
    subject: w`Your certificate is revoked: ${scheme}`,
    name,
    before: [
      w`Your certificate ${number} (${scheme}) is no longer in force. Two officers decided so. Whoever checks it sees that it is revoked and on which day, and nothing else.`,
      isHere
        ? said('Democratic Services can tell you why. What is asked of you now stands under “Asked of me”.')
        : said('Democratic Services can tell you why.'),
    ],
    link: isHere
      ? { url: `${origin}/certificates`, text: said('See your certificates') }
      : { url: `${origin}/verify/${number}`, text: w`See what certificate ${number} says` },
    after: [],
  });
