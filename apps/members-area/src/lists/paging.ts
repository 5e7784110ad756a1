import { said, w } from '@induct/platform';
import { figure } from '../words/counted';
import { type Pagination, pagination } from './pagination';

export interface Paging {
  /** The page shown, from 1; never past the last. */
  page: number;
  pages: number;
  /** "Showing 1 to 25 of 810", "Showing all 9"; undefined when there is nothing. */
  says: string | undefined;
  /** Undefined when everything fits on one page. */
  pagination: Pagination | undefined;
}

/** The page that can be shown when `wanted` was asked for. */
export const pageWithin = (wanted: number, per: number, total: number): number =>
  Math.max(1, Math.min(wanted, Math.ceil(total / per)));

/** @param href address of a page */
export function paging(wanted: number, per: number, total: number, href: (page: number) => string): Paging {
  const page = pageWithin(wanted, per, total);
  const pages = Math.max(1, Math.ceil(total / per));
  return { page, pages, says: shown(page, per, total), pagination: pagination(page, pages, href) };
}

function shown(page: number, per: number, total: number): string | undefined {
  if (total === 0) return undefined;
  if (total === 1) return said('Showing the only one');
  if (total <= per) return w`Showing all ${figure(total)}`;
  return w`Showing ${figure((page - 1) * per + 1)} to ${figure(Math.min(page * per, total))} of ${figure(total)}`;
}

/** The address of a list with its filter; what is empty or the usual is left out. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}
