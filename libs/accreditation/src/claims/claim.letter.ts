import { nameInText, plainLetter } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';

/**
 * What became of a claim, and what comes next.
 * @param about.ranOutOn its last day, where that is over: it is on record, and meets nothing today
 */
export function claimLetter(about: {
  name: string;
  title: string;
  accepted: boolean;
  ranOutOn: Day | null;
  words: string;
  url: string;
}) {
  const { name, title, accepted, ranOutOn, words, url } = about;
  const claim = nameInText(title);
  return plainLetter({
    subject: accepted ? w`Your claim is accepted: ${title}` : w`Your claim is not accepted: ${title}`,
    name,
    before: [becameOf(claim, accepted, ranOutOn), w`The officer says: ${words}`],
    link: { url, text: said('See what is asked of you') },
    after: [],
  });
}

function becameOf(claim: string, accepted: boolean, ranOutOn: Day | null): string {
  if (!accepted)
    return w`What you sent in for “${claim}” is not accepted. You can send it in again, or meet it in another way.`;
  if (ranOutOn === null) return w`What you sent in for “${claim}” is accepted: it counts.`;
  return w`What you sent in for “${claim}” is accepted and on record. It ran out on ${readerDate(ranOutOn)}, and so meets nothing today: show what is valid now.`;
}
