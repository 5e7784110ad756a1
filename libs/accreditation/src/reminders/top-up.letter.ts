import { type Asked, nameInText } from '@induct/letters';
import { type Day, readerDate, readerDuration, said, w } from '@induct/platform';

/** Something new that is to be shown beside an award. */
export interface TopUpItem {
  /** Of the scheme. */
  title: string;
  dueOn: Day;
  /** How long it takes; null when nobody has said it. */
  minutes: number | null;
  /** The first day of the version that asks it. */
  moreSince?: Day;
}

/** What is new beside what somebody holds, for their letter of the day. @param items the earliest first; at least one */
export function askedToTopUp(items: readonly TopUpItem[], { today, site }: { today: Day; site: string }): Asked {
  const [first] = items as [TopUpItem];
  const isLate = first.dueOn < today;
  return {
    subject: isLate
      ? w`Still to show: what is new for ${first.title}`
      : w`To show by ${readerDate(first.dueOn)}: what is new for ${first.title}`,
    heading: said('New beside what you hold'),
    things: items.length,
    parts: [
      items.length === 1
        ? said('You hold this award, and keep it to its last day. It asks for more than it did when you got it:')
        : said(
            'You hold these awards, and keep them to their last days. They ask for more than they did when you got them:',
          ),
      items.map((item) => lineOf(item, today)).join('\n'),
      {
        url: `${site}/standing`,
        text: said('What is new, with every way to show it and how long it takes'),
        named: true,
      },
      isLate
        ? said(
            'Officers and the champion of your group can see that it is still to be shown, and nothing else of your learning. If something is in the way, please tell Democratic Services.',
          )
        : said('You get no more letters about it once it is shown.'),
    ],
  };
}

function lineOf({ title, dueOn, minutes, moreSince }: TopUpItem, today: Day): string {
  const [what, on] = [nameInText(title), readerDate(dueOn)];
  const due =
    dueOn < today
      ? w`it was to be shown by ${on}`
      : dueOn === today
        ? said('it is to be shown today')
        : w`to show by ${on}`;
  const takes = minutes ? w`${due}, about ${readerDuration(minutes * 60)}` : due;
  return moreSince === undefined
    ? `${what}: ${takes}`
    : w`${what}, which asks for more since ${readerDate(moreSince)}: ${takes}`;
}
