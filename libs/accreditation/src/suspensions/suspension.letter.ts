import { plainLetter } from '@induct/letters';

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
    subject: `Your certificate is suspended: ${scheme}`,
    name,
    before: [
      `Your certificate ${number} (${scheme}) is suspended: for now it does not count. Two officers decided so. Whoever checks it sees that it is suspended and since when, and nothing else.`,
      'Democratic Services can tell you why, and what happens next.',
    ],
    link: { url, text: 'See your certificates' },
    after: [],
  });

/** It counts again. */
export const liftedLetter = ({ name, number, scheme, url }: AboutSuspension) =>
  plainLetter({
    subject: `Your certificate counts again: ${scheme}`,
    name,
    before: [`Your certificate ${number} (${scheme}) is suspended no longer. It counts as it did before.`],
    link: { url, text: 'See your certificates' },
    after: [],
  });
