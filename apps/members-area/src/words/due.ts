import { type Day, readerDate, said, w } from '@induct/platform';
import { longTime } from './long-time';

const DAY_MS = 86_400_000;
/** Within so many days it is near. */
const NEAR = 14;

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How something stands that is to be met by a day. */
export function dueTag(dueOn: Day, today: Day): { text: string; kind: 'bad' | 'warning' | 'todo' } {
  if (dueOn < today) return { text: said('Overdue'), kind: 'bad' };
  return {
    text: dueOn === today ? said('Due today') : said('Due'),
    kind: daysBetween(today, dueOn) <= NEAR ? 'warning' : 'todo',
  };
}

/** By when, and how far that is: `To complete by 5 June 2027, in 6 days.` */
export function whenDue(dueOn: Day, today: Day): string {
  const left = daysBetween(today, dueOn);
  if (left < 0) {
    return w`It was due on ${readerDate(dueOn)}, ${left === -1 ? said('yesterday') : w`${longTime(-left)} ago`}.`;
  }
  const near = left === 0 ? said('today') : left === 1 ? said('tomorrow') : w`in ${longTime(left)}`;
  return w`To complete by ${readerDate(dueOn)}, ${near}.`;
}
