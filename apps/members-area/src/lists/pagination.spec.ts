import { hrefOfPage, pagination } from './pagination';

const shown = (page: number, pages: number) =>
  pagination(page, pages, (number) => `?page=${number}`)?.items.map((item) => (item.ellipsis ? '…' : item.number));

describe('pages of a list', () => {
  it('are not numbered when there is one', () => {
    expect(pagination(1, 1, String)).toBeUndefined();
    expect(pagination(1, 0, String)).toBeUndefined();
  });

  it('show the ends and the neighbours', () => {
    expect(shown(1, 3)).toEqual([1, 2, 3]);
    expect(shown(6, 12)).toEqual([1, '…', 5, 6, 7, '…', 12]);
    expect(shown(12, 12)).toEqual([1, '…', 11, 12]);
  });

  it('lead on and back', () => {
    expect(pagination(1, 2, String)).toMatchObject({ next: { href: '2' } });
    expect(pagination(2, 2, String)).not.toHaveProperty('next');
  });

  it('keep the filters', () => {
    expect(hrefOfPage('/admin/progress?group=Green+Party&page=3', 4)).toBe('/admin/progress?group=Green+Party&page=4');
    expect(hrefOfPage('/mailbox?page=2', 1)).toBe('/mailbox');
  });
});
