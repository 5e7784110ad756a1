import { nameInText, plainLetter } from '@induct/letters';
import type { Answer } from './proposal-state';

const SAYS: Record<Answer, (event: string) => string> = {
  accepted: (event) => `It becomes the event “${event}” of the programme. Its dates are planned next.`,
  merged: (event) => `It becomes part of the event “${event}”.`,
  declined: () => 'It does not become part of the programme.',
};

/** To whoever proposed it. @param event what it becomes, or is part of */
export const answeredLetter = (
  name: string,
  about: { title: string; answer: Answer; event: string; reason: string | null; url: string },
) =>
  plainLetter({
    subject: `Your proposal was ${about.answer === 'declined' ? 'declined' : 'accepted'}: ${about.title}`,
    name,
    before: [
      `thank you for proposing “${nameInText(about.title)}” for the programme. ${SAYS[about.answer](nameInText(about.event))}`,
      ...(about.reason ? [`What we say to it: ${about.reason}`] : []),
    ],
    link: { url: about.url, text: 'Your proposals' },
  });
