import { nameInText, plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface DecidedName {
  /** The name asked for. */
  name: string;
  accepted: boolean;
  words: string;
  /** Numbers of certificates that were replaced, old and new. */
  replaced: readonly (readonly [old: string, next: string])[];
  url: string;
}

/** What became of a name somebody asked for, and what comes next. */
export function nameChangeLetter(to: string, { name, accepted, words, replaced, url }: DecidedName) {
  const wanted = nameInText(name);
  const next = replaced.map(([old, number]) => w`Certificate ${number} takes the place of ${old}.`).join(' ');
  return plainLetter({
    subject: accepted ? said('Your name is corrected') : said('Your name is not corrected'),
    name: to,
    before: [
      accepted
        ? w`You are called “${wanted}” here from now on, as you asked.`
        : w`You asked to be called “${wanted}” here. An officer looked at it, and it stays as it was.`,
      ...(words ? [w`The officer says: ${words}`] : []),
      ...(next
        ? [
            w`${next} You can download what is new as soon as it is made. Whoever checks an old number is led to the new one.`,
          ]
        : []),
    ],
    link: { url, text: said('See your certificates') },
    after: [],
  });
}
