import { nameInText, plainLetter } from '@induct/letters';

/** What became of a claim, and what comes next. */
export function claimLetter(about: { name: string; title: string; accepted: boolean; words: string; url: string }) {
  const { name, title, accepted, words, url } = about;
  const claim = `“${nameInText(title)}”`;
  return plainLetter({
    subject: accepted ? `Your claim is accepted: ${title}` : `Your claim is not accepted: ${title}`,
    name,
    before: [
      accepted
        ? `What you sent in for ${claim} is accepted: it counts.`
        : `What you sent in for ${claim} is not accepted. You can send it in again, or meet it in another way.`,
      `The officer says: ${words}`,
    ],
    link: { url, text: 'See what is asked of you' },
    after: [],
  });
}
