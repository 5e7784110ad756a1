import { pageOrLast } from './page-or-last';

/** A list of `total`, ten a page, that knows its total only where it has rows. */
const list = (total: number) => {
  const reads: number[] = [];
  const read = async (page: number) => {
    reads.push(page);
    return { total: (page - 1) * 10 < total ? total : 0 };
  };
  return { read, reads };
};

describe('a page of a list', () => {
  it.each([
    [25, 1, 1, [1]],
    [25, 3, 3, [3]],
    [25, 99, 3, [99, 1, 3]],
    [0, 1, 1, [1]],
    [0, 7, 1, [7, 1]],
  ])('of %i, asked for page %i, is page %i', async (total, wanted, page, expected) => {
    const { read, reads } = list(total);
    expect(await pageOrLast(read, wanted, 10)).toEqual({ total, page });
    expect(reads).toEqual(expected);
  });
});
