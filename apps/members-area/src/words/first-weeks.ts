import { ANCHOR_NAMES, type ElectionToCount, type Reading, type StepRule } from '@induct/handbook';
import { readerDate, said, w } from '@induct/platform';
import { counted } from './counted';

/** `By-election in Kelderby South, 29 February 2024`. Of days that somebody typed, without where. */
export const electionCalled = ({ kind, poll, division }: ElectionToCount & { division?: string | null }): string =>
  `${kind === 'ordinary' ? said('Election') : said('By-election')}${division ? w` in ${division}` : ''}, ${readerDate(poll)}`;

/** `28 days beginning with the day of the poll`, `35 days after the day the result was declared`. */
export function countedFrom({ count, unit, isFirstCounted }: StepRule, from: Reading['from']): string {
  const anchor = said(ANCHOR_NAMES[from]);
  if (count === 0) return anchor;
  const long = counted(count, unit === 'days' ? 'day' : 'month');
  return isFirstCounted ? w`${long} beginning with ${anchor}` : w`${long} after ${anchor}`;
}
