import { type Day, isDay } from '@induct/platform';

/** Days in London: the first belongs to it, `until` does not. */
export interface Period {
  from: Day;
  /** Null: it has no end yet. */
  until: Day | null;
}

/** Whether that day belongs to it. */
export const onDay = ({ from, until }: Period, day: Day): boolean => from <= day && (until === null || day < until);

/** Whether some day belongs to both. That one begins on the day the other ends is no overlap. */
export const overlap = (one: Period, other: Period): boolean =>
  (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until);

/** Whether no day of `inner` lies outside `outer`. */
export const within = (inner: Period, outer: Period): boolean =>
  outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));

/** Days that there are, and at least one of them. */
export const isPeriod = ({ from, until }: Period): boolean =>
  isDay(from) && (until === null || (isDay(until) && from < until));

/** The two columns of a period out of a `daterange`. @param column not from outside */
export const PERIOD_OF = (column: string): string =>
  `lower(${column})::text as "from", upper(${column})::text as until`;

/** A period as a `daterange` is written: `[2017-05-08,2021-05-10)`. */
export const rangeOf = ({ from, until }: Period): string => `[${from},${until ?? ''})`;
