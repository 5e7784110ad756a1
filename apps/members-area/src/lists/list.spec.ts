import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from './filter';
import { type Column, csvOf, listView } from './list';
import { jsonOf, keyOf } from './list-json';

interface Room {
  name: string;
  places: number;
}
const columns: Column<Room>[] = [
  { head: 'Room', cell: ({ name }) => ({ text: name, href: `/rooms/${name}` }), file: ({ name }) => name },
  { head: 'How large', cell: ({ places }) => `${places} places` },
  { head: 'Places', file: ({ places }) => places },
];
const rows = [{ name: 'Hall', places: 80 }];
const href = (to: number) => `/rooms?page=${to}`;

describe('a list', () => {
  it('shows the columns that have cells, each with its head for a phone', () => {
    const list = listView({ columns, rows, caption: 'Rooms', page: 2, per: 1, total: 3, href });
    expect(list.heads).toEqual(['Room', 'How large']);
    expect(list.rows[0]).toMatchObject([
      { head: 'Room', text: 'Hall', href: '/rooms/Hall' },
      { head: 'How large', text: '80 places' },
    ]);
    expect([list.says, list.page, list.pages]).toEqual(['Showing 2 to 2 of 3', 2, 3]);
  });

  it('says where each cell stands in an entry on a phone', () => {
    const cells: Column<string>[] = [
      { head: 'Room', cell: (name) => name },
      { head: 'State', cell: () => ({ tag: { text: 'Free', kind: 'done' } }) },
      { head: 'Places', cell: () => '80' },
      { head: 'Where', speaks: true, cell: () => 'County Hall' },
      { head: 'Note', cell: () => ({ notes: [{ text: 'The lift is broken.' }] }) },
      { head: 'Chair', cell: () => '–' },
      { head: 'Since', cell: () => ({ text: '', more: '2024' }) },
      { head: 'Until', cell: () => ({ text: 'No end date', speaks: true }) },
    ];
    const [row] = listView({ columns: cells, rows: ['Hall'], caption: 'Rooms', page: 1, per: 1, total: 1, href }).rows;
    expect(row!.map(({ place }) => place)).toEqual(['name', 'state', 'fact', 'fact', 'block', 'none', 'fact', 'fact']);
    expect(row!.filter(({ speaks }) => speaks).map(({ head }) => head)).toEqual(['Where', 'Until']);
  });

  it('files the columns that are for the file', async () => {
    async function* batches() {
      await Promise.resolve();
      yield rows;
    }
    let file = '';
    for await (const piece of csvOf(columns, batches())) file += piece;
    expect(file).toBe('\uFEFFRoom,Places\r\nHall,80\r\n');
  });
});

describe('a list as JSON', () => {
  const written = async <Row>(from: readonly Column<Row>[], ...batches: Row[][]) => {
    async function* given() {
      await Promise.resolve();
      yield* batches;
    }
    let file = '';
    for await (const piece of jsonOf(from, given())) file += piece;
    return file;
  };

  it('has the columns of the file, whatever the batches', async () => {
    const hostile = { name: '</script><b>&\u2028"', places: 1 };
    const file = await written(columns, rows, [], [hostile]);
    expect(JSON.parse(file)).toEqual({
      columns: [
        { key: 'room', head: 'Room' },
        { key: 'places', head: 'Places' },
      ],
      rows: [
        { room: 'Hall', places: 80 },
        { room: hostile.name, places: 1 },
      ],
    });
    expect(file).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(await written(columns))).toMatchObject({ rows: [] });
  });

  it('calls a column by its head, and refuses two of one name', async () => {
    expect(['SHA-256 of the PDF', 'Learning time (minutes)', 'Score (%)'].map(keyOf)).toEqual([
      'sha256OfThePdf',
      'learningTimeMinutes',
      'score',
    ]);
    const twice: Column<Room>[] = ['Places', 'Places (%)'].map((head) => ({ head, file: ({ places }) => places }));
    await expect(written(twice)).rejects.toThrow('Two columns of a list have one name');
  });
});

describe('a filter', () => {
  const Filter = z.object({ kind: oneOf(['hall', 'office']), search: searched(), page: pageNumber });
  const { address, isFiltered } = filtered(Filter, '/rooms');

  it('ignores what makes no sense', () => {
    expect(Filter.parse({ kind: 'cellar', search: ' Hall ', page: 'x' })).toEqual({
      kind: '',
      search: 'Hall',
      page: 1,
    });
  });

  it('leaves out of an address what is as usual', () => {
    const filter = Filter.parse({ kind: 'hall', page: '3' });
    expect(address(filter)).toBe('/rooms?kind=hall&page=3');
    expect(address(filter, { page: 1 }, '/rooms.csv')).toBe('/rooms.csv?kind=hall');
    expect(address(Filter.parse({}))).toBe('/rooms');
  });

  it('knows whether less is shown than all', () => {
    expect(isFiltered(Filter.parse({ page: 2 }), ['kind', 'search'])).toBe(false);
    expect(isFiltered(Filter.parse({ search: 'x' }), ['kind', 'search'])).toBe(true);
  });
});
