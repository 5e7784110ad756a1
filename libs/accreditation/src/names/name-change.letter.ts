import { nameInText, plainLetter } from '@induct/letters';

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
  const wanted = `“${nameInText(name)}”`;
  const next = replaced.map(([old, number]) => `Certificate ${number} takes the place of ${old}.`);
  return plainLetter({
    subject: accepted ? 'Your name is corrected' : 'Your name is not corrected',
    name: to,
    before: [
      accepted
        ? `You are called ${wanted} here from now on, as you asked.`
        : `You asked to be called ${wanted} here. An officer looked at it, and it stays as it was.`,
      ...(words ? [`The officer says: ${words}`] : []),
      ...(next.length > 0
        ? [
            `${next.join(' ')} You can download what is new as soon as it is made. Whoever checks an old number is led to the new one.`,
          ]
        : []),
    ],
    link: { url, text: 'See your certificates' },
    after: [],
  });
}
