import type { Freeze } from '@induct/handbook';
import { daysLater, readerDate } from '@induct/platform';

/** What is frozen, since when, and until when. */
export const freezeView = ({ from, until }: Freeze) => ({
  from: readerDate(from),
  until: readerDate(until),
  /** The first day on which changes are shown. */
  again: readerDate(daysLater(until, 1)),
});
