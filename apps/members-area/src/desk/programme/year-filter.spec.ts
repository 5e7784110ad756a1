import { monthsIn, spanOf, YearFilter } from './year-filter';

const span = (query: Record<string, string>, today = '2026-11-29') => spanOf(YearFilter.parse(query), today);

describe('the months of the programme that are shown', () => {
  it.each([
    [{}, '2026-06-01', '2027-05-31'],
    [{ from: '2027-05' }, '2027-05-01', '2028-04-30'],
    [{ to: '2027-04' }, '2026-05-01', '2027-04-30'],
    [{ from: '2027-02', to: '2027-02' }, '2027-02-01', '2027-02-28'],
    [{ from: '2027-02', to: '2026-02' }, '2027-02-01', '2028-01-31'],
    [{ from: '2027-01', to: '2039-01' }, '2027-01-01', '2028-12-31'],
    [{ from: '2027-13', to: 'soon' }, '2026-06-01', '2027-05-31'],
  ])('of %j are %s to %s', (query, first, last) => {
    expect(span(query)).toMatchObject({ first, last });
  });

  it('are all of them, over the turn of the year', () => {
    expect(monthsIn({ from: '2026-11', to: '2027-02' })).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });
});
