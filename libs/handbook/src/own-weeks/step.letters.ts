import { type Asked, nameInText } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';
import type { ShownStep } from '../first-weeks/first-step.repository';

/** A step that is due to somebody, for their letter of the day. @param url of their first weeks */
export function askedStep({ title, about, law }: ShownStep, dueOn: Day, url: string): Asked {
  return {
    subject: w`By ${readerDate(dueOn)}: ${title}`,
    heading: w`By ${readerDate(dueOn)}`,
    things: 1,
    parts: [
      w`To be done by ${readerDate(dueOn)}: ${nameInText(title)}${law ? ` (${law})` : ''}.`,
      ...(about ? [about] : []),
      { url, text: said('Your first weeks: say there that you have done it'), named: true },
      said('You get no more letters about it once you have said so.'),
    ],
  };
}
