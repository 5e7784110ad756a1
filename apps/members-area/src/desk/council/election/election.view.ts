import { periodInWords } from '@induct/people';
import { britishDate } from '@induct/platform';
import type { Column } from '../../../lists/list';
import type { ElectedRow, ElectionRow } from './election.queries';

export const electionHref = (id: string) => `/admin/council/elections/${id}`;

/** `By-election in Kelderby South on 29 February 2024` */
export const electionInWords = ({
  kind,
  heldOn,
  division,
}: Pick<ElectionRow, 'kind' | 'heldOn' | 'division'>): string =>
  kind === 'ordinary'
    ? `Ordinary election on ${britishDate(heldOn)}`
    : `By-election in ${division} on ${britishDate(heldOn)}`;

export const ELECTIONS: readonly Column<ElectionRow>[] = [
  {
    head: 'Election',
    cell: (row) => ({ text: electionInWords(row), href: electionHref(row.id), classes: 'induct-breaks' }),
  },
  { head: 'Recorded as elected', cell: ({ elected }) => String(elected) },
];

export const ELECTED: readonly Column<ElectedRow>[] = [
  {
    head: 'Name',
    cell: ({ personId, name }) => ({ text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' }),
  },
  { head: 'Division', cell: ({ division }) => division },
  { head: 'In office', cell: ({ from, until }) => periodInWords({ from, until }) },
  {
    head: 'Record',
    cell: ({ id, wasPutRight }) => ({
      text: 'Change or end',
      href: `/admin/council/terms/${id}`,
      ...(wasPutRight && { detail: 'Was changed' }),
    }),
  },
];
