interface PaginationItem {
  number?: number;
  href?: string;
  current?: boolean;
  ellipsis?: boolean;
}

/** What govukPagination takes. */
export interface Pagination {
  previous?: { href: string };
  next?: { href: string };
  items: PaginationItem[];
}

/**
 * First, last, the current page and its neighbours; dots where pages are left out.
 * @returns undefined when everything fits on one page
 */
export function pagination(page: number, pages: number, hrefOf: (page: number) => string): Pagination | undefined {
  if (pages <= 1) return undefined;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages);
  const items = shown.flatMap((number, at): PaginationItem[] => {
    const item = { number, href: hrefOf(number), ...(number === page && { current: true }) };
    return at > 0 && number - shown[at - 1]! > 1 ? [{ ellipsis: true }, item] : [item];
  });
  return {
    ...(page > 1 && { previous: { href: hrefOf(page - 1) } }),
    ...(page < pages && { next: { href: hrefOf(page + 1) } }),
    items,
  };
}

/** The same address with another page and everything else kept: filters survive paging. */
export function hrefOfPage(url: string, page: number): string {
  const [path = '/', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  if (page === 1) parameters.delete('page');
  else parameters.set('page', String(page));
  const rest = parameters.toString();
  return rest ? `${path}?${rest}` : path;
}
