import { type Letter, nameInText, plainLetter } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';
import type { ClaimKind } from './claim-kind';

/** As one says it of whoever has done it. */
const DONE: Record<ClaimKind, string> = {
  prior_learning: 'learning you did before',
  recording: 'a recording you watched',
  outside_certificate: 'a certificate from elsewhere',
};

const SEE = 'See what is asked of you';

/**
 * What became of a claim, and what comes next.
 * @param about.isEntered an officer entered it for them
 * @param about.ranOutOn its last day, where that is over: it is on record, and meets nothing today
 */
export function claimLetter(about: {
  name: string;
  title: string;
  accepted: boolean;
  isEntered: boolean;
  ranOutOn: Day | null;
  words: string;
  url: string;
}): Letter {
  const { name, title, accepted, words, url } = about;
  return plainLetter({
    subject: accepted ? w`Your claim is accepted: ${title}` : w`Your claim is not accepted: ${title}`,
    name,
    before: [about.isEntered ? becameOfEntered(about) : becameOf(about), w`The officer says: ${words}`],
    link: { url, text: said(SEE) },
    after: [],
  });
}

interface Became {
  title: string;
  accepted: boolean;
  ranOutOn: Day | null;
}

function becameOf({ title, accepted, ranOutOn }: Became): string {
  const claim = nameInText(title);
  if (!accepted)
    return w`What you sent in for “${claim}” is not accepted. You can send it in again, or meet it in another way.`;
  if (ranOutOn === null) return w`What you sent in for “${claim}” is accepted: it counts.`;
  return w`What you sent in for “${claim}” is accepted and on record. It ran out on ${readerDate(ranOutOn)}, and so meets nothing today: show what is valid now.`;
}

function becameOfEntered({ title, accepted, ranOutOn }: Became): string {
  const claim = nameInText(title);
  if (!accepted)
    return w`What an officer entered for you for “${claim}” is not accepted. You can bring or send in something else, or meet it in another way.`;
  if (ranOutOn === null) return w`What an officer entered for you for “${claim}” is accepted: it counts.`;
  return w`What an officer entered for you for “${claim}” is accepted and on record. It ran out on ${readerDate(ranOutOn)}, and so meets nothing today: show what is valid now.`;
}

/** For the member: what was entered for them, by whom, and what becomes of it. @param about.officer null: not known any more */
export function enteredLetter(about: {
  name: string;
  officer: string | null;
  title: string;
  kind: ClaimKind;
  doneOn: Day;
  words: string;
  url: string;
}): Letter {
  const { name, title, kind, doneOn, words, url } = about;
  const officer = about.officer === null ? said('An officer') : nameInText(about.officer);
  return plainLetter({
    subject: w`Entered for you: ${title}`,
    name,
    before: [
      w`${officer} has entered for you what you have done for “${nameInText(title)}”: ${said(DONE[kind])}, on ${readerDate(doneOn)}.`,
      w`They wrote: ${words}`,
      said('It does not count yet: another officer looks at it first. You need do nothing, and get a letter.'),
      said(
        'If something in it is not right, tell Democratic Services. Under “What is asked of me” you can take it back as long as it waits.',
      ),
    ],
    link: { url, text: said(SEE) },
    after: [],
  });
}

/** For the officer who entered it. */
export function refusedLetter(about: {
  name: string;
  member: string;
  title: string;
  words: string;
  url: string;
}): Letter {
  const { name, title, words, url } = about;
  const member = nameInText(about.member);
  return plainLetter({
    subject: w`Not accepted: what you entered for ${member}`,
    name,
    before: [
      w`What you entered for ${member} for “${nameInText(title)}” is not accepted. They are told too, in the same words.`,
      w`The officer says: ${words}`,
    ],
    link: { url, text: said('Look at it') },
    after: [],
  });
}

/** For the officer who entered it: the member does not want it looked at. */
export function takenBackLetter(about: { name: string; member: string; title: string; url: string }): Letter {
  const { name, title, url } = about;
  const member = nameInText(about.member);
  return plainLetter({
    subject: w`Taken back: what you entered for ${member}`,
    name,
    before: [
      w`${member} has taken back what you entered for them for “${nameInText(title)}”. Nobody looks at it any more, and it does not count.`,
      said('It can be entered again. Ask them first whether something in it was not right.'),
    ],
    link: { url, text: said('Look at it') },
    after: [],
  });
}
