import { z } from 'zod';
import { address } from './paging';

/** Of a filter: one of some values, or all of them. What makes no sense is ignored: addresses get edited. */
export const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .union([z.enum(values as [T, ...T[]]), z.literal('')])
    .catch('')
    .default('');

/** Of a filter: a text somebody looks for. */
export const searched = (longest = 100) => z.string().trim().max(longest).catch('').default('');

/** The page of a list; nonsense means the first. */
export const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1);

/** The filter of a list that has none: only which page. */
export const PageOf = z.object({ page: pageNumber });

type Filter = Record<string, string | number>;

/**
 * How the addresses of a filtered list are written: what is as usual is left out.
 * @param schema every field has a default, which is what is usual
 */
export function filtered<F extends Filter>(schema: z.ZodType<F>, path: string) {
  const usual = schema.parse({});
  return {
    /** @param to another path with the same filter: the list as a file */
    address: (filter: F, change: Partial<F> = {}, to = path): string => {
      const wanted: F = { ...filter, ...change };
      const unusual = Object.entries(wanted).filter(([name, value]) => value !== usual[name]);
      return address(to, Object.fromEntries(unusual));
    },
    /** Whether less is shown than all. */
    isFiltered: (filter: F, by: readonly (keyof F & string)[]): boolean =>
      by.some((name) => filter[name] !== usual[name]),
  };
}
