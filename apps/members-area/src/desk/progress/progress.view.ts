import { britishTimeAndDate } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { paging } from '../../lists/paging';
import { type Figures, rowsOf, standingsOf } from './figures';
import { isFiltered, type ProgressFilter, progressAddress, SIZES, type Sort } from './progress-filter';
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
    isFiltered: isFiltered(filter),
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
    total,
    rows: rows.map(rowView),
    paging: paging(filter.page, filter.per, total, (page) => progressAddress(filter, { page })),
    csv: progressAddress(filter, { page: 1, per: 25 }, '/admin/progress.csv'),
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
        filter.module ? undefined : progressAddress(filter, { module: slug, page: 1 }),
      ),
    ),
  };
}

function summary({ members, modules, at }: Figures, total: number): string {
  const whom = `${counted(members, 'member')}, ${counted(modules.length, 'published module')}`;
  return `${whom}: ${counted(total, 'record')}. Counted at ${britishTimeAndDate(at)}.`;
}

/** A row of the table. */
export function rowView(row: ProgressRow) {
  const status = standing(row);
  return {
    href: `/admin/members/${row.personId}`,
    name: row.name,
    group: row.group ?? 'No group',
    module: row.module,
    status: STANDING_NAMES[status],
    kind: STANDING_KINDS[status],
    detail: standingDetail(row),
    recorded: standingRecorded(row),
  };
}
