import { nameInText, plainLetter } from '@induct/letters';
import { britishDate, type Day } from '@induct/platform';

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
  const claim = `“${nameInText(title)}”`;
  return plainLetter({
    subject: accepted ? `Your claim is accepted: ${title}` : `Your claim is not accepted: ${title}`,
    name,
    before: [
      accepted
        ? `What you sent in for ${claim} is accepted${ranOutOn === null ? ': it counts' : ` and on record. It ran out on ${britishDate(ranOutOn)}, and so meets nothing today: show what is valid now`}.`
        : `What you sent in for ${claim} is not accepted. You can send it in again, or meet it in another way.`,
      `The officer says: ${words}`,
    ],
    link: { url, text: 'See what is asked of you' },
    after: [],
  });
}
