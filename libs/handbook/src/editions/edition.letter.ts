import { type Asked, nameInText } from '@induct/letters';
import { said, w } from '@induct/platform';
import type { HandbookEditionEntity } from './handbook-edition.entity';

type Edition = Pick<HandbookEditionEntity, 'number' | 'title'>;

/** A new edition of the handbook, for a member's letter of the day. @param before the one that they may have in print; none: it is the first */
export function editionLetter({ number, title }: Edition, before: Edition | undefined, site: string): Asked {
  return {
    subject: w`Edition ${number} of the Members Handbook is out`,
    heading: said('The Members Handbook'),
    things: 1,
    parts: [
      w`Edition ${number} of the Members Handbook, ${nameInText(title)}, is out. There is nothing that you have to do.`,
      { url: `${site}/handbook`, text: said('Read it, or print the copy for your district'), named: true },
      ...(before
        ? [
            {
              url: `${site}/handbook/changes?edition=${before.number}`,
              text: w`See what has changed since edition ${before.number}`,
              named: true as const,
            },
          ]
        : []),
    ],
  };
}
