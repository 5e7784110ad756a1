import { type Day, daysLater } from '@induct/platform';
import { aDayOrNone } from '../../forms/form-of';

/** The last day of something, which may be left out; what is kept is the day after it. Null: it goes on. */
export const untilLast = aDayOrNone('The last day').transform((last) => last && daysLater(last, 1));

/** The last day of what ends before `until`. */
export const lastDay = (until: Day | null): Day | null => until && daysLater(until, -1);

/** Forms ask for the last day, and periods are kept until the day after it. */
export const withUntil = <Form extends { last: Day | null }>({ last, ...form }: Form) => ({ ...form, until: last });
