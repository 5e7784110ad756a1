import { counted } from './counted';

const DAYS_A_MONTH = 365.25 / 12;
/** Up to so many days people count days. */
const FEW = 60;

/** How long so many days are, as one says it beside the date itself: `17 days`, `5 months`. */
export const longTime = (days: number): string =>
  days <= FEW ? counted(days, 'day') : counted(Math.round(days / DAYS_A_MONTH), 'month');
