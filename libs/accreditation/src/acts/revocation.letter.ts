import { plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface AboutRevocation {
  /** Whose certificate it was. */
  name: string;
  number: string;
  scheme: string;
  url: string;
}

/** The reason stays inside: whoever wants to know asks, and is told in person. */
export const revokedLetter = ({ name, number, scheme, url }: AboutRevocation) =>
  plainLetter({
    subject: w`Your certificate is revoked: ${scheme}`,
    name,
    before: [
      w`Your certificate ${number} (${scheme}) is no longer in force. Two officers decided so. Whoever checks it sees that it is revoked and on which day, and nothing else.`,
      said('Democratic Services can tell you why. What is asked of you now stands under “Asked of me”.'),
    ],
    link: { url, text: said('See your certificates') },
    after: [],
  });
