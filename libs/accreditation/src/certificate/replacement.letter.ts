import { plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface AboutReplacement {
  /** Whose certificate it is. */
  name: string;
  number: string;
  /** Of the one whose place it takes. */
  old: string;
  scheme: string;
  url: string;
}

/** Nothing was earned: so nobody is congratulated again. */
export const replacementLetter = ({ name, number, old, scheme, url }: AboutReplacement) =>
  plainLetter({
    subject: w`Your certificate has a new number: ${scheme}`,
    name,
    before: [
      w`Certificate ${number} (${scheme}) takes the place of ${old}: you can download it now. Whoever checks the old number is led to the new one.`,
    ],
    link: { url, text: said('See your certificates') },
    after: [],
  });
