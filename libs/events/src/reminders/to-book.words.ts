import { nameInText } from '@induct/letters';
import { britishDate } from '@induct/platform';
import { clockTime, weekdayAndDate } from '../times/session-times';
import type { ForTopic } from './sessions-to-book';

/** What a letter says of a topic that somebody still needs, one sentence each. */
export function toBookInWords({ session, missed }: ForTopic): string[] {
  const past = missed
    ? [
        `You had a place at “${nameInText(missed.title)}” on ${britishDate(missed.on)}, and are not down as having been there.`,
      ]
    : [];
  if (!session) return past;
  const what = `“${nameInText(session.title)}” on ${weekdayAndDate(session.on)}${session.from ? ` at ${clockTime(session.from)}` : ''}`;
  if (session.has === 'place') return [`You have a place at ${what}.`];
  if (session.has === 'waits') return [...past, `You are on the waiting list for ${what}.`];
  return [...past, `You can come to ${what}${leftInWords(session.left)}.`];
}

function leftInWords(left: number | undefined): string {
  if (left === undefined) return '';
  if (left === 0) return ': all places are taken, and there is a waiting list';
  return `: ${left} ${left === 1 ? 'place is' : 'places are'} left`;
}
