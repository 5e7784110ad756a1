import { type Asked, nameInText } from '@induct/letters';
import { britishDate, type Day } from '@induct/platform';
import type { ShownStep } from '../first-weeks/first-step.repository';

/** A step that is due to somebody, for their letter of the day. @param url of their first weeks */
export function askedStep({ title, about, law }: ShownStep, dueOn: Day, url: string): Asked {
  return {
    subject: `By ${britishDate(dueOn)}: ${title}`,
    heading: `By ${britishDate(dueOn)}`,
    things: 1,
    parts: [
      `To be done by ${britishDate(dueOn)}: ${nameInText(title)}${law ? ` (${law})` : ''}.`,
      ...(about ? [about] : []),
      { url, text: 'Your first weeks: say there that you have done it', named: true },
      'You get no more letters about it once you have said so.',
    ],
  };
}
