import { nameInText, plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';
import type { Answer } from './proposal-state';

const SAYS: Record<Answer, (title: string, event: string) => string> = {
  accepted: (title, event) =>
    w`thank you for proposing “${title}” for the programme. It becomes the event “${event}” of the programme. Its dates are planned next.`,
  merged: (title, event) =>
    w`thank you for proposing “${title}” for the programme. It becomes part of the event “${event}”.`,
  declined: (title) =>
    w`thank you for proposing “${title}” for the programme. It does not become part of the programme.`,
};

/** To whoever proposed it. @param event what it becomes, or is part of */
export const answeredLetter = (
  name: string,
  about: { title: string; answer: Answer; event: string; reason: string | null; url: string },
) =>
  plainLetter({
    subject:
      about.answer === 'declined'
        ? w`Your proposal was declined: ${about.title}`
        : w`Your proposal was accepted: ${about.title}`,
    name,
    before: [
      SAYS[about.answer](nameInText(about.title), nameInText(about.event)),
      ...(about.reason ? [w`What we say to it: ${about.reason}`] : []),
    ],
    link: { url: about.url, text: said('Your proposals') },
  });
