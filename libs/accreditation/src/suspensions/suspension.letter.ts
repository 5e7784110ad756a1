import { plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface AboutSuspension {
  /** Whose certificate it is. */
  name: string;
  number: string;
  scheme: string;
  url: string;
}

/** The reason stays inside: whoever wants to know asks, and is told in person. */
export const suspendedLetter = ({ name, number, scheme, url }: AboutSuspension) =>
  plainLetter({
    subject: w`Your certificate is suspended: ${scheme}`,
    name,
    before: [
      w`Your certificate ${number} (${scheme}) is suspended: for now it does not count. Two officers decided so. Whoever checks it sees that it is suspended and since when, and nothing else.`,
      said('Democratic Services can tell you why, and what happens next.'),
    ],
    link: { url, text: said('See your certificates') },
    after: [],
  });

/** It counts again. */
export const liftedLetter = ({ name, number, scheme, url }: AboutSuspension) =>
  plainLetter({
    subject: w`Your certificate counts again: ${scheme}`,
    name,
    before: [w`Your certificate ${number} (${scheme}) is suspended no longer. It counts as it did before.`],
    link: { url, text: said('See your certificates') },
    after: [],
  });
