import { britishTimeAndDate } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { type Column, listView } from '../../lists/list';
import { type Figures, rowsOf, standingsOf } from './figures';
import { progress, type ProgressFilter, SIZES, type Sort, USUAL_SIZE } from './progress-filter';
import type { ProgressRow } from './progress.queries';
import { bar, FILLS } from './picture';
import { standing, STANDING_KINDS, STANDING_NAMES, standingDetail, standingRecorded, STANDINGS } from './standing';

const SORT_NAMES: Record<Sort, string> = {
  name: 'Name, A to Z',
  'name-back': 'Name, Z to A',
  newest: 'Recorded most recently first',
  oldest: 'Longest without a record first',
};

interface Choices {
  modules: { slug: string; title: string }[];
  groups: string[];
}

interface ProgressPage {
  filter: ProgressFilter;
  figures: Figures;
  choices: Choices;
  rows: ProgressRow[];
}

const option = (value: string, text: string, chosen: string) => ({ value, text, selected: value === chosen });

/** Everything the progress page shows. */
export function progressView({ filter, figures, choices, rows }: ProgressPage) {
  const total = rowsOf(figures, filter.status);
  return {
    filter,
    isFiltered: progress.isFiltered(filter, ['module', 'group', 'status', 'search']),
    choices: {
      modules: [
        option('', 'All modules', filter.module),
        ...choices.modules.map(({ slug, title }) => option(slug, title, filter.module)),
      ],
      groups: [
        option('', 'All political groups', filter.group),
        ...choices.groups.map((name) => option(name, name, filter.group)),
      ],
      statuses: [
        option('', 'Any status', filter.status),
        ...STANDINGS.map((value) => option(value, STANDING_NAMES[value], filter.status)),
      ],
      sorts: Object.entries(SORT_NAMES).map(([value, text]) => option(value, text, filter.sort)),
      sizes: SIZES.map((size) => option(String(size), figure(size), String(filter.per))),
    },
    hasModules: choices.modules.length > 0,
    picture: picture(figures, filter),
    summary: summary(figures, total),
    list: listView({
      columns: PROGRESS,
      rows,
      caption: 'Members and modules',
      page: filter.page,
      per: filter.per,
      total,
      href: (page) => progress.address(filter, { page }),
      file: (kind) => progress.address(filter, { page: 1, per: USUAL_SIZE }, `/admin/progress.${kind}`),
    }),
  };
}

function picture(figures: Figures, filter: ProgressFilter) {
  const shown = standingsOf(figures);
  return {
    heads: shown.map((status) => ({ text: STANDING_NAMES[status], fill: FILLS[status] })),
    bars: figures.modules.map(({ slug, title, counts }) =>
      bar(
        title,
        shown.map((status) => counts[status]),
        shown.map((status) => FILLS[status]),
        filter.module ? undefined : progress.address(filter, { module: slug, page: 1 }),
      ),
    ),
  };
}

function summary({ members, modules, at }: Figures, total: number): string {
  const whom = `${counted(members, 'member')}, ${counted(modules.length, 'published module')}`;
  return `${whom}: ${counted(total, 'record')}. Counted at ${britishTimeAndDate(at)}.`;
}

/** Of the list, as a table; as a file it says more (`progress.file.ts`). */
const PROGRESS: readonly Column<ProgressRow>[] = [
  { head: 'Member', cell: ({ personId, name }) => ({ text: name, href: `/admin/members/${personId}` }) },
  { head: 'Political group', speaks: true, cell: ({ group }) => group ?? 'No group' },
  { head: 'Module', speaks: true, cell: ({ module }) => module },
  {
    head: 'Status',
    cell: (row) => {
      const status = standing(row);
      return { tag: { text: STANDING_NAMES[status], kind: STANDING_KINDS[status] }, detail: standingDetail(row) };
    },
  },
  { head: 'Recorded', cell: standingRecorded, classes: 'desk-moment' },
];
