import { usageColumns, usageView } from './usage.view';

const page = (route: string, counts: Partial<Record<'public' | 'member' | 'tester' | 'officer', number>>) => {
  const all = { public: 0, member: 0, tester: 0, officer: 0, ...counts };
  return { route, ...all, total: all.public + all.member + all.tester + all.officer };
};
const titleOf = (route: string) => (route === '/modules' ? 'Modules' : undefined);
const view = (pages: ReturnType<typeof page>[], days: { day: string; total: number }[] = []) =>
  usageView({ filter: { days: '30' }, first: '2026-10-24', last: '2026-11-22', pages, days, titleOf });

it('names pages, and shows no small number nor a length that tells it', () => {
  const { picture } = view([page('/modules', { public: 10, member: 30 }), page('/gone', { member: 12, officer: 3 })]);
  expect(picture.bars).toEqual([
    {
      label: 'Modules (/modules)',
      href: undefined,
      cells: ['10', '30', '0', '0'],
      pieces: [
        { x: 0, width: 25, fill: '#2f8fa8' },
        { x: 25, width: 75, fill: '#16694a' },
      ],
    },
    { label: '/gone', href: undefined, cells: ['0', '12', '0', 'fewer than 5'], pieces: [] },
  ]);
});

it('says of an address what is the same in all of them', () => {
  const called = () => 'A module';
  const { picture } = usageView({
    filter: { days: '30' },
    first: '2026-10-24',
    last: '2026-11-22',
    pages: [page('/modules/:slug/versions/:number', { member: 9 })],
    days: [],
    titleOf: called,
  });
  expect(picture.bars[0]?.label).toBe('A module (/modules/…/versions/…)');
});

it('draws a day as high as it was read, and none of the small ones', () => {
  const { daily, busiest, table } = view(
    [page('/modules', { member: 90 })],
    [
      { day: '2026-10-24', total: 30 },
      { day: '2026-10-25', total: 4 },
      { day: '2026-11-22', total: 60 },
    ],
  );
  expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['24 October 2026', '30'],
    ['22 November 2026', '60'],
  ]);
  expect(daily.columns).toEqual([
    { x: 0, y: 30, width: 19.2, height: 30 },
    { x: 696, y: 0, width: 19.2, height: 60 },
  ]);
  expect(busiest).toBe('Most were read on 22 November 2026: 60 pages.');
  expect(view([]).isEmpty).toBe(true);
});

it('says in a file no more than on the page', () => {
  const row = page('/modules', { public: 1234, member: 2 });
  expect(usageColumns(titleOf).map(({ file }) => file!(row))).toEqual([
    'Modules',
    '/modules',
    '1,234',
    'fewer than 5',
    0,
    0,
  ]);
});
