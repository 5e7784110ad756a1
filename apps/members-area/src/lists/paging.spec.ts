import { address, paging } from './paging';

const href = (page: number) => `?page=${page}`;

describe('paging', () => {
  it('shows no page numbers when everything fits', () => {
    expect(paging(1, 25, 25, href)).toEqual({
      page: 1,
      pages: 1,
      says: 'Showing all 25',
      pagination: undefined,
    });
    expect([0, 1].map((total) => paging(1, 25, total, href).says)).toEqual([undefined, 'Showing the only one']);
  });

  it('goes no further than the last page', () => {
    const last = paging(99, 25, 60, href);
    expect(last.page).toBe(3);
    expect(last.says).toBe('Showing 51 to 60 of 60');
    expect(last.pagination?.next).toBeUndefined();
    expect(last.pagination?.previous).toEqual({ href: '?page=2' });
  });
});

describe('address', () => {
  it('leaves out what is empty and encodes the rest', () => {
    expect(address('/admin/progress', { module: '', group: 'Green & Labour', page: undefined, per: 50 })).toBe(
      '/admin/progress?group=Green+%26+Labour&per=50',
    );
    expect(address('/admin/progress', {})).toBe('/admin/progress');
  });
});
