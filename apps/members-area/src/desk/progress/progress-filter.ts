import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from '../../lists/filter';
import { STANDINGS } from './standing';

const SORTS = ['name', 'name-back', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];
export const SIZES = [25, 50, 100, 250, 500, 1000, 2000] as const;
export const USUAL_SIZE = 25;

/** What the address asks for. A filter that makes no sense is ignored rather than refused: addresses get edited. */
export const ProgressFilter = z.object({
  /** A module's slug; empty means all. */
  module: searched(200),
  /** Political group; empty means all. */
  group: searched(200),
  status: oneOf(STANDINGS),
  /** Part of a name. */
  search: searched(100),
  sort: z.enum(SORTS).catch('name').default('name'),
  per: z.coerce
    .number()
    .pipe(z.literal([...SIZES]))
    .catch(USUAL_SIZE)
    .default(USUAL_SIZE),
  page: pageNumber,
});
export type ProgressFilter = z.infer<typeof ProgressFilter>;

export const progress = filtered(ProgressFilter, '/admin/progress');
