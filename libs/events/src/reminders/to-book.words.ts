import { nameInText } from '@induct/letters';
import { readerDate, said, w } from '@induct/platform';
import { readerClock, readerWeekday } from '../times/reader-times';
import type { ForTopic } from './sessions-to-book';

/** What a letter says of a topic that somebody still needs, one sentence each. */
export function toBookInWords({ session, missed }: ForTopic): string[] {
  const past = missed
    ? [
        w`You had a place at “${nameInText(missed.title)}” on ${readerDate(missed.on)}, and are not down as having been there.`,
      ]
    : [];
  if (!session) return past;
  const title = nameInText(session.title);
  const day = readerWeekday(session.on);
  const on = session.from ? w`${day} at ${readerClock(session.from)}` : day;
  if (session.has === 'place') return [w`You have a place at “${title}” on ${on}.`];
  if (session.has === 'waits') return [...past, w`You are on the waiting list for “${title}” on ${on}.`];
  return [...past, w`You can come to “${title}” on ${on}${leftInWords(session.left)}.`];
}

function leftInWords(left: number | undefined): string {
  if (left === undefined) return '';
  if (left === 0) return said(': all places are taken, and there is a waiting list');
  return left === 1 ? said(': 1 place is left') : w`: ${left} places are left`;
}
