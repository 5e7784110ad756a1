import type { ProgrammeStanding } from '@induct/events';
import { britishDate } from '@induct/platform';
import { type Column, listView } from '../../lists/list';
import { changesInWords, programmeHref, versionTag } from '../../words/programme-versions';

export const PER_PAGE = 25;

const COLUMNS: readonly Column<ProgrammeStanding>[] = [
  {
    head: 'Programme',
    cell: ({ programme }) => ({
      text: programme.title,
      href: programmeHref(programme.slug),
      classes: 'induct-breaks',
    }),
  },
  { head: 'Days', cell: ({ programme }) => `${britishDate(programme.firstDay)} to ${britishDate(programme.lastDay)}` },
  {
    head: 'Where it stands',
    cell: ({ versions: [latest] }) =>
      latest ? { tag: versionTag(latest.state), more: `Version ${latest.number}` } : 'No version yet',
  },
  { head: 'Planned now', cell: (standing) => changesInWords(standing) ?? '' },
];

/** All programmes, the latest first. */
export const versionsView = (rows: readonly ProgrammeStanding[], total: number, page: number) => ({
  list: listView({
    columns: COLUMNS,
    rows,
    caption: 'Programmes, the latest first',
    page,
    per: PER_PAGE,
    total,
    href: (nth) => (nth === 1 ? '/admin/versions' : `/admin/versions?page=${nth}`),
  }),
});
