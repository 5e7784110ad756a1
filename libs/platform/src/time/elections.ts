import { isWorkingDay } from './bank-holidays';
import { type Day, daysLater } from './london-day';

/** What the law counts back from the day of a poll of a principal council in England. */
export interface ElectionDays {
  poll: Day;
  /** The last day on which notice is given; the period before the election, in which publicity is restrained, begins with it. */
  noticeBy: Day;
  /** Nominations close at 16:00 on that day. */
  nominationsClose: Day;
}

/**
 * The Local Elections (Principal Areas) (England and Wales) Rules 2006, schedule 2, rules 1 and 2: notice on the twenty-fifth
 * working day before the poll at the latest, nominations until four on the nineteenth.
 */
export const electionDays = (poll: Day): ElectionDays => ({
  poll,
  noticeBy: countedBefore(poll, 25),
  nominationsClose: countedBefore(poll, 19),
});

/** Whether that day lies between the notice and the poll. */
export function isBeforeElection(day: Day, poll: Day): boolean {
  return day <= poll && day >= electionDays(poll).noticeBy;
}

/** Christmas Eve does not count, either: rule 2 (2). */
function countedBefore(poll: Day, days: number): Day {
  let at = poll;
  for (let left = days; left > 0;) {
    at = daysLater(at, -1);
    if (isWorkingDay(at) && !at.endsWith('-12-24')) left--;
  }
  return at;
}
