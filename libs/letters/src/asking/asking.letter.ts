import { said, w } from '@induct/platform';
import { Letter, type LetterPart } from '../writing/letter';
import type { Asked } from './asked';

/**
 * All that is asked of somebody on a day, in one letter. Of one thing it is a letter about that.
 * @param choice the page on which they choose how often they are asked
 */
export function askingLetter(name: string, asked: readonly Asked[], choice: string): Letter {
  const things = asked.reduce((all, one) => all + one.things, 0);
  const others = things - 1;
  const parts: LetterPart[] =
    asked.length === 1
      ? [...asked[0]!.parts]
      : [
          said('This is all in one letter, so that you get one a day at most.'),
          ...asked.flatMap(({ heading, parts: about }, at) => [{ heading: `${at + 1}. ${heading}` }, ...about]),
        ];
  return Letter.of({
    subject: others > 0 ? w`${asked[0]!.subject}, and ${others} more` : asked[0]!.subject,
    name,
    parts: [...parts, { url: choice, text: said('Choose how often you get letters like this'), named: true }],
  });
}
