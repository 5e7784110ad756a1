import { progress, ProgressFilter } from './progress-filter';

describe('the filter of the progress page', () => {
  it('starts with everybody, by name, 25 a page', () => {
    const filter = ProgressFilter.parse({});
    expect(filter).toEqual({ module: '', group: '', status: '', search: '', sort: 'name', per: 25, page: 1 });
    expect(progress.isFiltered(filter, ['module', 'group', 'status', 'search'])).toBe(false);
    expect(progress.address(filter)).toBe('/admin/progress');
  });

  it('ignores what makes no sense', () => {
    const edited = {
      status: 'dead',
      sort: 'shoe size',
      per: '7',
      page: '-3',
      search: 'x'.repeat(500),
      module: ['a', 'b'],
    };
    expect(ProgressFilter.parse(edited)).toEqual(ProgressFilter.parse({}));
  });

  it('comes back as the same filter', () => {
    const query = {
      module: 'code-of-conduct',
      group: 'Green',
      status: 'not_started',
      search: "O'Brien",
      per: '2000',
      page: '3',
    };
    const filter = ProgressFilter.parse(query);
    const again = Object.fromEntries(new URL(progress.address(filter), 'http://localhost').searchParams);
    expect(ProgressFilter.parse(again)).toEqual(filter);
    expect(progress.isFiltered(filter, ['module', 'group', 'status', 'search'])).toBe(true);
  });
});
