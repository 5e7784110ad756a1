import { type Day, daysLater } from '@induct/platform';

/** Who is elected takes office on the fourth day after the poll, and whoever held the seat retires (Local Government Act 1972, section 7). */
const DAYS_AFTER_POLL = 4;

/** The day that is proposed; what is recorded is the day on the paper. @param poll the day of the election */
export const takesOffice = (poll: Day): Day => daysLater(poll, DAYS_AFTER_POLL);
