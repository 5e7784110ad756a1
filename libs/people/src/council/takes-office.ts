import { type Day, daysLater, isDiesNon } from '@induct/platform';

/** Who is elected takes office on the fourth day after the poll, and whoever held the seat retires (Local Government Act 1972, section 7). */
const DAYS_AFTER_POLL = 4;

/**
 * The day that is proposed; what is recorded is the day on the paper. It moves past a Sunday or a bank holiday (section 243;
 * counsel’s opinion for the AEA and LLG of 2019: 2 May 2019 led to Tuesday 7 May).
 * @param poll the day of the election
 */
export function takesOffice(poll: Day): Day {
  let day = daysLater(poll, DAYS_AFTER_POLL);
  while (isDiesNon(day)) day = daysLater(day, 1);
  return day;
}
