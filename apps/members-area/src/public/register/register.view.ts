import { createHash } from 'node:crypto';
import type { PublicRegister, Registered } from '@induct/accreditation';
import { asTypedIn, type Day, readerDate, said } from '@induct/platform';
import { type Column, listView } from '../../lists/list';
import { publicRegister, type PublicRegisterFilter } from './register-filter';

export const PER_PAGE = 100;

/** Who is on it, with the name of the body. */
export type RegisteredRow = Registered & { body: string; bodyCy: string | null };

/** What the law publishes, and nothing else of anybody. */
export const REGISTERED: readonly Column<RegisteredRow>[] = [
  { head: 'Name', cell: ({ name }) => ({ text: name, classes: 'induct-breaks' }), file: ({ name }) => name },
  {
    head: 'Body',
    speaks: true,
    cell: ({ body, bodyCy }) => ({ text: asTypedIn(body, bodyCy), classes: 'induct-breaks' }),
    file: ({ body }) => body,
  },
  { head: 'From', cell: ({ from }) => readerDate(from), file: ({ from }) => from },
  {
    head: 'Until',
    cell: ({ until }) => (until ? readerDate(until) : { text: said('No end date'), speaks: true }),
    file: ({ until }) => until,
  },
];

/** The day and what stands in the register: another at midnight in London, and whenever somebody comes or goes. */
export const tagOf = (day: Day, text: string): string =>
  `"${day}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;

export function registerView(
  { day, edition }: PublicRegister,
  rows: readonly RegisteredRow[],
  filter: PublicRegisterFilter,
) {
  const { q, page } = filter;
  const { mode, functions, authority, words, startsOn } = edition;
  return {
    q,
    isStatutory: mode === 'statutory',
    functions,
    authority,
    words,
    since: readerDate(startsOn),
    day: readerDate(day),
    list: listView({
      columns: REGISTERED,
      rows: rows.slice((page - 1) * PER_PAGE, page * PER_PAGE),
      caption: said('Who holds the certificate, by name'),
      page,
      per: PER_PAGE,
      total: rows.length,
      href: (nth) => publicRegister.address(filter, { page: nth }),
      // The whole of it: not where only some are shown.
      ...(q === '' && { file: (kind) => `/register/planning.${kind}` }),
    }),
  };
}
