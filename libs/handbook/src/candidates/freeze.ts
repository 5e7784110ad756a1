import { type Day, daysLater, electionDays, isBeforeElection } from '@induct/platform';

/** Days on which what candidates are shown stays as it was. */
export interface Freeze {
  /** Its first day: what was said before it is shown. */
  from: Day;
  /** The day of the poll: from the next on, changes are shown. */
  until: Day;
}

/** So many days before a poll the notice of it has certainly not been given. */
export const FREEZE_WITHIN_DAYS = 60;

/**
 * Whether what candidates are shown is frozen: between the notice of an election and its poll, a council is careful what it
 * publishes (Local Government Act 1986, section 2, and the code under section 4). Periods that meet are one: what was changed
 * in the first is not shown in the second, either.
 */
export function freezeOn(today: Day, polls: readonly Day[]): Freeze | null {
  const active = polls.filter((poll) => isBeforeElection(today, poll));
  if (active.length === 0) return null;
  const periods = polls.map((poll) => ({ from: electionDays(poll).noticeBy, until: poll }));
  let freeze = { from: today, until: today };
  for (let before = ''; before !== `${freeze.from} ${freeze.until}`;) {
    before = `${freeze.from} ${freeze.until}`;
    for (const { from, until } of periods) {
      const meets = from <= daysLater(freeze.until, 1) && until >= daysLater(freeze.from, -1);
      if (meets) freeze = { from: min(from, freeze.from), until: max(until, freeze.until) };
    }
  }
  return freeze;
}

const min = (a: Day, b: Day): Day => (a < b ? a : b);
const max = (a: Day, b: Day): Day => (a > b ? a : b);
