import { eachPage } from './each-page';

async function read(rows: number, per: number): Promise<{ pages: number[][]; asked: number[] }> {
  const all = Array.from({ length: rows }, (_, nth) => nth);
  const asked: number[] = [];
  const page = (wanted: number) => {
    asked.push(wanted);
    return Promise.resolve({ rows: all.slice((wanted - 1) * per, wanted * per) });
  };
  const pages: number[][] = [];
  for await (const found of eachPage(page, per)) pages.push([...found]);
  return { pages, asked };
}

describe('every page of a list', () => {
  it.each([
    [0, [], [1]],
    [1, [[0]], [1]],
    [2, [[0, 1]], [1, 2]],
    [5, [[0, 1], [2, 3], [4]], [1, 2, 3]],
  ])('of %i rows, two a page, is read until one is not full', async (rows, pages, asked) => {
    expect(await read(rows, 2)).toEqual({ pages, asked });
  });
});
