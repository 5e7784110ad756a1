/**
 * Every row of a list, page after page: for its file. What came on top meanwhile pushes the others down: a row may come twice,
 * none is left out.
 */
export async function* eachPage<Row>(
  read: (page: number) => Promise<{ rows: readonly Row[] }>,
  per: number,
): AsyncGenerator<readonly Row[]> {
  for (let page = 1; ; page += 1) {
    const { rows } = await read(page);
    if (rows.length > 0) yield rows;
    if (rows.length < per) return;
  }
}
