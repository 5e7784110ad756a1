import { pageWithin } from './paging';

/**
 * The page of a list that was asked for, or the last one there is when it lies beyond: a list that has become shorter is
 * not empty. Beyond the last page some lists do not know their total: that costs two more reads, and happens to those only
 * who edit addresses.
 */
export async function pageOrLast<Found extends { total: number }>(
  read: (page: number) => Promise<Found>,
  wanted: number,
  per: number,
): Promise<Found & { page: number }> {
  const found = await read(wanted);
  if (wanted === 1) return { ...found, page: 1 };
  const first = found.total > 0 ? undefined : await read(1);
  const page = pageWithin(wanted, per, (first ?? found).total);
  if (page === wanted) return { ...found, page };
  return { ...(page === 1 && first ? first : await read(page)), page };
}
