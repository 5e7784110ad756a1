import type { DueItem } from '@induct/accreditation';
import { dayInLondon, readerDate, readerDuration, said, w } from '@induct/platform';
import { dueTag, whenDue } from '../../words/due';

/** Something that is asked by a day, as a member's pages say it. */
export interface DueWords {
  title: string;
  when: string;
  /** `about 45 minutes`; empty when nobody has said it. */
  takes: string;
  /** Where it comes from; may be empty. */
  source: string;
  tag: ReturnType<typeof dueTag>;
  /** It was met before, and that counts no more; may be empty. */
  again: string;
  /** Nothing is to be done: what is asked has been met, and its certificate is on its way. */
  isWaiting: boolean;
}

/** What is overdue comes first: the items are in the order of their days. */
export function dueWords(items: readonly DueItem[], now: Date): DueWords[] {
  const today = dayInLondon(now);
  return items.map(({ title, dueOn, minutes, source, needs, beforeSitting, againOn }) => ({
    title,
    when: `${whenDue(dueOn, today)}${beforeSitting ? said(' It is to be completed before you sit.') : ''}`,
    takes: minutes === null ? '' : w`about ${readerDuration(minutes * 60)}`,
    source,
    tag: dueTag(dueOn, today),
    again:
      againOn === null ? '' : w`Asked again since ${readerDate(againOn)}: what met it before does not count any more.`,
    isWaiting: needs.length === 0,
  }));
}
