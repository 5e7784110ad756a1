import { pageWithin } from './paging';

/**
 * The page of a list that was asked for, or the last one there is when it lies beyond. A page beyond the last does not
 * know the total: that costs two more reads, and happens to those only who edit addresses.
 */
export async function pageOrLast<Found extends { total: number }>(
  read: (page: number) => Promise<Found>,
  wanted: number,
  per: number,
): Promise<Found & { page: number }> {
  const found = await read(wanted);
  if (wanted === 1 || found.total > 0) return { ...found, page: wanted };
  const first = await read(1);
  const page = pageWithin(wanted, per, first.total);
  return { ...(page === 1 ? first : await read(page)), page };
}
