import { type Day, isDay } from '@induct/platform';

/** A year from a day; of 29 February the last of the month. */
export function nextReview(today: Day): Day {
  const [year, rest] = [Number(today.slice(0, 4)) + 1, today.slice(4)];
  return isDay(`${year}${rest}`) ? `${year}${rest}` : `${year}-02-28`;
}
