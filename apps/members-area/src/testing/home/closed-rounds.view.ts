import { britishDate } from '@induct/platform';
import type { RoundRow } from '@induct/steering';
import { type Column, type List, listView } from '../../lists/list';
import { share } from '../share';
import { roundTag } from '../words';

export const CLOSED_PER_PAGE = 10;

const version = ({ versionNumber, number }: RoundRow) => `version ${versionNumber}, round ${number}`;

/** Of the closed rounds, as a table and as a file: figures, and nobody's name. */
export const CLOSED_ROUNDS: readonly Column<RoundRow>[] = [
  {
    head: 'Module',
    cell: (round) => ({
      text: round.courseTitle,
      href: `/testing/rounds/${round.id}`,
      classes: 'induct-breaks',
      detail: `Version ${round.versionNumber}, round ${round.number}`,
    }),
    file: ({ courseTitle }) => courseTitle,
  },
  { head: 'Version', file: ({ versionNumber }) => versionNumber },
  { head: 'Round', file: ({ number }) => number },
  { head: 'Result', cell: (round) => ({ tag: roundTag(round) }), file: (round) => roundTag(round).text },
  {
    head: 'Sign-offs',
    cell: ({ signedOff, quorum }) => ({ text: `${signedOff} of ${quorum}`, bar: share(signedOff, quorum) }),
    file: ({ signedOff }) => signedOff,
  },
  { head: 'Sign-offs needed', file: ({ quorum }) => quorum },
  { head: 'Refused', file: ({ refused }) => refused },
  { head: 'Findings', cell: ({ findings }) => String(findings), file: ({ findings }) => findings },
  {
    head: 'Closed',
    cell: ({ closedAt }) => (closedAt ? britishDate(closedAt) : ''),
    file: ({ closedAt }) => closedAt,
    classes: 'desk-moment',
  },
  {
    head: 'Report',
    speaks: true,
    cell: (round) => ({
      text: 'Report',
      href: `/testing/rounds/${round.id}/report`,
      hidden: `on ${round.courseTitle}, ${version(round)}`,
    }),
  },
];

export const closedRoundsList = (
  rows: readonly RoundRow[],
  total: number,
  page: number,
  href: (page: number) => string,
): List =>
  listView({
    columns: CLOSED_ROUNDS,
    rows,
    caption: 'Closed rounds, the last closed first',
    pagesOf: 'Closed rounds',
    page,
    per: CLOSED_PER_PAGE,
    total,
    href,
    file: (kind) => `/testing/closed-rounds.${kind}`,
  });
