import { asked, FindingsFilter, findingsAddress, isFiltered } from './findings-filter';

describe('the filter of a round’s findings', () => {
  it('shows all of them at first, and ignores what makes no sense', () => {
    const all = FindingsFilter.parse({});
    expect(all).toEqual({ severity: '', state: '', from: '', page: 1 });
    expect(FindingsFilter.parse({ severity: 'fatal', state: ['open'], from: 'mars', page: '-1' })).toEqual(all);
    expect([isFiltered(all), asked(all)]).toEqual([false, {}]);
    expect(findingsAddress('/testing/rounds/1', all)).toBe('/testing/rounds/1#findings');
  });

  it('asks for what is not settled, for a state, for what was carried', () => {
    const filter = FindingsFilter.parse({ severity: 'blocking', state: 'unsettled', from: 'carried', page: '2' });
    expect(asked(filter)).toEqual({ severity: 'blocking', settled: false, carried: true });
    expect(asked(FindingsFilter.parse({ state: 'fixed', from: 'this' }))).toEqual({ state: 'fixed', carried: false });
    expect(findingsAddress('/r', filter, { page: 3 })).toBe(
      '/r?severity=blocking&state=unsettled&from=carried&page=3#findings',
    );
  });
});
