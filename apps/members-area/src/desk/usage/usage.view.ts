import {
  britishDate,
  type Day,
  type DayOfUse,
  daysLater,
  LEAST_SHOWN,
  type PageUse,
  READERS,
  shownCount,
} from '@induct/platform';
import { type Column, wholeListView } from '../../lists/list';
import type { Bar } from '../progress/picture';
import { SPANS, usage, type UsageFilter } from './usage-filter';

/** Contrast with white ≥ 3 : 1 each. */
const FILLS = { public: '#2f8fa8', member: '#16694a', tester: '#7a5aa6', officer: '#b8791a' } as const;
const HEADS = { public: 'Public', member: 'Members', tester: 'Testers', officer: 'Officers' } as const;

/** Taller would be no clearer. In units of the picture. */
const TALLEST = 60;
const WIDE = 720;

/** What is not a page of its own any more is called by its address. */
type TitleOf = (route: string) => string | undefined;

const title = (titleOf: TitleOf, route: string): string => {
  const called = titleOf(route);
  return called ? `${called} (${route.replace(/:\w+/g, '…')})` : route;
};

/** In a file, too, small numbers are not said: they would tell of single people. */
export const usageColumns = (titleOf: TitleOf): Column<PageUse>[] => [
  { head: 'Page', file: ({ route }) => titleOf(route) ?? '' },
  { head: 'Address', file: ({ route }) => route },
  ...READERS.map((reader): Column<PageUse> => {
    return { head: HEADS[reader], file: (row) => (row[reader] === 0 ? 0 : shownCount(row[reader])) };
  }),
];

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A line of the table: the longest bar is that of the page that is read most. Lengths could be measured: none where something is withheld. */
function barOf(titleOf: TitleOf, most: number): (page: PageUse) => Bar {
  return (page) => {
    const isWhole = READERS.every((reader) => page[reader] === 0 || page[reader] >= LEAST_SHOWN);
    let x = 0;
    const pieces = READERS.flatMap((reader) => {
      const width = (page[reader] / most) * 100;
      const piece = { x: rounded(x), width: rounded(width), fill: FILLS[reader] };
      x += width;
      return width > 0 ? [piece] : [];
    });
    return {
      label: title(titleOf, page.route),
      href: undefined,
      cells: READERS.map((reader) => (page[reader] === 0 ? '0' : shownCount(page[reader]))),
      pieces: isWhole ? pieces : [],
    };
  };
}

/** How often pages were read, day by day: a column each, none where it was fewer than are shown. */
function daysPicture(days: readonly DayOfUse[], first: Day, count: number) {
  const known = new Map(days.map(({ day, total }) => [day, total]));
  const all = Array.from({ length: count }, (_, at) => known.get(daysLater(first, at)) ?? 0);
  const most = Math.max(...all, 1);
  const step = WIDE / count;
  return all.flatMap((total, at) => {
    if (total < LEAST_SHOWN) return [];
    const height = rounded(Math.max((total / most) * TALLEST, 1));
    return [{ x: rounded(at * step), y: rounded(TALLEST - height), width: rounded(step * 0.8), height }];
  });
}

const DAYS: readonly Column<DayOfUse>[] = [
  { head: 'Day', cell: ({ day }) => britishDate(day) },
  { head: 'Pages read', cell: ({ total }) => shownCount(total) },
];

interface Use {
  filter: UsageFilter;
  first: Day;
  last: Day;
  pages: readonly PageUse[];
  days: readonly DayOfUse[];
  titleOf: TitleOf;
}

export function usageView({ filter, first, last, pages, days, titleOf }: Use) {
  const most = Math.max(...pages.map(({ total }) => total), 1);
  const busiest = days.toSorted((a, b) => b.total - a.total)[0];
  return {
    filter,
    spans: Object.entries(SPANS).map(([value, text]) => ({ value, text, selected: value === filter.days })),
    isEmpty: pages.length === 0,
    picture: {
      heads: READERS.map((reader) => ({ text: HEADS[reader], fill: FILLS[reader] })),
      bars: pages.map(barOf(titleOf, most)),
    },
    table: wholeListView(
      DAYS,
      days.filter(({ total }) => total >= LEAST_SHOWN),
      'Day by day',
      { heading: false },
    ),
    daily: { columns: daysPicture(days, first, Number(filter.days)), wide: WIDE, tall: TALLEST },
    time: `${britishDate(first)} to ${britishDate(last)}`,
    busiest:
      busiest && busiest.total >= LEAST_SHOWN
        ? `Most were read on ${britishDate(busiest.day)}: ${shownCount(busiest.total)} pages.`
        : undefined,
    csv: usage.address(filter, {}, '/admin/usage.csv'),
    json: usage.address(filter, {}, '/admin/usage.json'),
  };
}
