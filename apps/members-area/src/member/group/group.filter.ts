import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from '../../lists/filter';

export const GroupShown = z.object({
  /** `open`: whoever has something to complete; `overdue`: whoever has something overdue. */
  show: oneOf(['open', 'overdue']),
  /** Part of a name. */
  q: searched(),
  page: pageNumber,
});
export type GroupShown = z.infer<typeof GroupShown>;

export const group = filtered(GroupShown, '/group');
