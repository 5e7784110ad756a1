import { type Day, daysLater, dayInLondon, electionDays, momentInLondon } from '@induct/platform';

/** Nominations close at four in the afternoon: the 2006 Rules, schedule 2, rule 1. */
const CLOSE_AT = '16:00';
/** Days after the poll, on which candidates are still known. */
export const KNOWN_DAYS = 30;

/** What keeps letters to candidates back, or that they go. */
export type Going = 'no poll' | 'not published' | 'nominations open' | 'goes' | 'poll is over';

/** The moment at which nominations close, and the last day on which a candidate's name is known here. */
export const daysOfPoll = (poll: Day): { from: Date; knownUntil: Day } => ({
  from: momentInLondon(electionDays(poll).nominationsClose, CLOSE_AT),
  knownUntil: daysLater(poll, KNOWN_DAYS),
});

/** Whether letters go now. On the day of the poll they still do. */
export function going({ pollOn, isPublished }: { pollOn: Day | null; isPublished: boolean }, now: Date): Going {
  if (pollOn === null) return 'no poll';
  if (dayInLondon(now) > pollOn) return 'poll is over';
  if (!isPublished) return 'not published';
  return now < daysOfPoll(pollOn).from ? 'nominations open' : 'goes';
}
