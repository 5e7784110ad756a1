import { type DueItem, stillNeeded } from '@induct/accreditation';
import { dayInLondon, readerDate, readerDuration, said, w } from '@induct/platform';
import { dueTag, whenDue } from '../../words/due';

/** Something that is asked by a day, as a member's pages say it. */
export interface DueWords {
  title: string;
  when: string;
  /** `about 45 minutes`; empty when nobody has said it. */
  takes: string;
  /** That not all of what would meet it is needed; may be empty. */
  some: string;
  /** Where it comes from; may be empty. */
  source: string;
  tag: ReturnType<typeof dueTag>;
  /** Why it is asked, where that is no matter of course: it was met before, and that counts no more, or an award asks for more; may be empty. */
  again: string;
  /** Nothing is to be done: what is asked has been met, and its certificate is on its way. */
  isWaiting: boolean;
}

/** What is overdue comes first: the items are in the order of their days. */
export function dueWords(items: readonly DueItem[], now: Date): DueWords[] {
  const today = dayInLondon(now);
  return items.map(({ title, dueOn, minutes, source, needs, missing, beforeSitting, ...item }) => ({
    title,
    when: `${whenDue(dueOn, today)}${beforeSitting ? said(' It is to be completed before you sit.') : ''}`,
    takes: minutes === null ? '' : w`about ${readerDuration(minutes * 60)}`,
    some: someOf(missing),
    source,
    tag: dueTag(dueOn, today),
    again: whyAsked(item),
    isWaiting: needs.length === 0,
  }));
}

/** Where it is met by some of several. */
function someOf(missing: DueItem['missing']): string {
  const { sure, choices } = stillNeeded([missing]);
  const [choice, ...others] = choices;
  if (!choice) return '';
  if (sure.size > 0 || others.length > 0 || !choice.isPlain) return said('Not all that would meet it is needed.');
  const { n } = choice.missing;
  return n === 1 ? w`Any one of ${choice.of.length} is enough.` : w`Any ${n} of ${choice.of.length} are enough.`;
}

function whyAsked({ againOn, countsFrom, moreSince }: Pick<DueItem, 'againOn' | 'countsFrom' | 'moreSince'>): string {
  if (moreSince !== undefined)
    return w`It asks for more since ${readerDate(moreSince)}. You keep the award you have to its last day either way.`;
  if (againOn === null) return '';
  const again = w`Asked again since ${readerDate(againOn)}: what met it before does not count any more.`;
  return countsFrom === undefined
    ? again
    : `${again} ${w`Only what you show from ${readerDate(countsFrom)} on counts for it.`}`;
}
