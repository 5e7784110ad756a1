import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from '../../lists/filter';

export const OverdueFilter = z.object({
  /** `open`: also what is not overdue yet. */
  show: oneOf(['open']),
  mandate: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .default(''),
  /** Part of a name. */
  q: searched(),
  page: pageNumber,
});
export type OverdueFilter = z.infer<typeof OverdueFilter>;

export const overdue = filtered(OverdueFilter, '/admin/mandates/overdue');
