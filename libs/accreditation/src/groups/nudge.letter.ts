import { type Asked, nameInText } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';
import type { LetterItem } from '../reminders/due.letters';

/** A letter names so many; the page shows all. */
const MOST_LINES = 10;

/** What a champion reminds somebody of. @param items what is open, the earliest first */
export function askedByChampion(
  champion: string,
  items: readonly Pick<LetterItem, 'title' | 'dueOn'>[],
  { today, site }: { today: Day; site: string },
): Asked {
  const rest = items.length - MOST_LINES;
  return {
    subject: w`A reminder from ${champion}: ${items[0]!.title}`,
    heading: w`A reminder from ${champion}`,
    things: items.length,
    parts: [
      w`${nameInText(champion)}, champion of your group, reminds you of what is still to be completed:`,
      [
        ...items.slice(0, MOST_LINES).map(({ title, dueOn }) => {
          const [what, on] = [nameInText(title), readerDate(dueOn)];
          return dueOn < today ? w`${what}: it was due on ${on}` : w`${what}: by ${on}`;
        }),
        ...(rest > 0 ? [w`and ${rest} more`] : []),
      ].join('\n'),
      { url: `${site}/standing`, text: said('What is asked of you, with every way to complete it'), named: true },
      said('Champions see what is completed and what is not, and nothing else of your learning.'),
    ],
  };
}
