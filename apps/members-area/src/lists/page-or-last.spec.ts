import { pageOrLast } from './page-or-last';

/** A list of `total`, ten a page. Some know their total only where they have rows. */
const list = (total: number, knows: 'always' | 'where it has rows') => {
  const reads: number[] = [];
  const read = async (page: number) => {
    reads.push(page);
    return { total: knows === 'always' || (page - 1) * 10 < total ? total : 0, of: page };
  };
  return { read, reads };
};

describe('a page of a list', () => {
  it.each([
    [25, 1, 1, [1]],
    [25, 3, 3, [3]],
    [25, 99, 3, [99, 1, 3]],
    [5, 2, 1, [2, 1]],
    [0, 1, 1, [1]],
    [0, 7, 1, [7, 1]],
  ])('of %i, asked for page %i, is page %i', async (total, wanted, page, expected) => {
    const { read, reads } = list(total, 'where it has rows');
    expect(await pageOrLast(read, wanted, 10)).toEqual({ total, page, of: page });
    expect(reads).toEqual(expected);
  });

  it.each([
    [25, 2, 2, [2]],
    [25, 99, 3, [99, 3]],
    [5, 2, 1, [2, 1]],
    [0, 7, 1, [7, 1]],
  ])('of %i that says so everywhere, asked for page %i, is page %i', async (total, wanted, page, expected) => {
    const { read, reads } = list(total, 'always');
    expect(await pageOrLast(read, wanted, 10)).toEqual({ total, page, of: page });
    expect(reads).toEqual(expected);
  });
});
