import { type Day, daysLater } from '@induct/platform';
import { z } from 'zod';
import { filtered } from '../../lists/filter';

/** How far back, in days. */
export const SPANS = { '30': 'The last 30 days', '90': 'The last 90 days', '365': 'The last 12 months' } as const;
type Span = keyof typeof SPANS;

export const UsageFilter = z.object({
  days: z
    .enum(Object.keys(SPANS) as [Span, ...Span[]])
    .catch('30')
    .default('30'),
});
export type UsageFilter = z.infer<typeof UsageFilter>;

/** How its addresses are written. */
export const usage = filtered(UsageFilter, '/admin/usage');

/** Both days are in it. */
export const timeOf = ({ days }: UsageFilter, today: Day): { first: Day; last: Day } => ({
  first: daysLater(today, 1 - Number(days)),
  last: today,
});
