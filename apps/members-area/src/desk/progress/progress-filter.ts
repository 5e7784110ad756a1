import { z } from 'zod';
import { address } from '../../lists/paging';
import { STANDINGS } from './standing';

export const SORTS = ['name', 'name-back', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];
export const SIZES = [25, 50, 100, 250, 500, 1000, 2000] as const;
export const USUAL_SIZE = 25;

const text = (length: number) => z.string().trim().max(length).catch('').default('');

/** What the address asks for. A filter that makes no sense is ignored rather than refused: addresses get edited. */
export const ProgressFilter = z.object({
  /** A module's slug; empty means all. */
  module: text(200),
  /** Political group; empty means all. */
  group: text(200),
  status: z
    .union([z.enum(STANDINGS), z.literal('')])
    .catch('')
    .default(''),
  /** Part of a name. */
  search: text(100),
  sort: z.enum(SORTS).catch('name').default('name'),
  per: z.coerce
    .number()
    .pipe(z.literal([...SIZES]))
    .catch(USUAL_SIZE)
    .default(USUAL_SIZE),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
});
export type ProgressFilter = z.infer<typeof ProgressFilter>;

/** Back to an address, without what is usual. */
export function progressAddress(
  filter: ProgressFilter,
  change: Partial<ProgressFilter> = {},
  path = '/admin/progress',
) {
  const { module, group, status, search, sort, per, page } = { ...filter, ...change };
  return address(path, {
    module,
    group,
    status,
    search,
    sort: sort === 'name' ? undefined : sort,
    per: per === USUAL_SIZE ? undefined : per,
    page: page === 1 ? undefined : page,
  });
}

export const isFiltered = ({ module, group, status, search }: ProgressFilter): boolean =>
  [module, group, status, search].some((value) => value !== '');
