/** An event, as far as its series goes. */
export interface InSeries {
  id: string;
  series: string | null;
  seriesOrder: number | null;
}

/** The workshop that follows one in its series; undefined when it is the last, or in none. */
export function nextWorkshop<E extends InSeries>(of: InSeries, all: readonly E[]): E | undefined {
  const place = of.seriesOrder;
  if (of.series === null || place === null) return undefined;
  return all
    .filter(
      ({ id, series, seriesOrder }) =>
        id !== of.id && series === of.series && seriesOrder !== null && seriesOrder > place,
    )
    .toSorted((a, b) => a.seriesOrder! - b.seriesOrder! || (a.id < b.id ? -1 : 1))[0];
}
