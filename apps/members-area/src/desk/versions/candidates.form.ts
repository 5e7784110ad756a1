import { readCandidates } from '@induct/events';
import { z } from 'zod';
import { aDayOrNone, formOf } from '../../forms/form-of';

const LONGEST = 100_000;
const MOST_CANDIDATES = 500;

/** Of which poll they are candidates. */
export const PollForm = formOf({ pollOn: aDayOrNone('The day of the poll') });

const lineNumbers = (wrong: readonly number[]): string =>
  `${wrong.length === 1 ? 'Line' : 'Lines'} ${new Intl.ListFormat('en-GB').format(wrong.slice(0, 10).map(String))}`;

/** Names and addresses, a line each. */
export const CandidatesForm = z.object({
  candidates: z
    .string('Enter a name and an email address')
    .max(LONGEST, 'That is too long: enter fewer candidates at a time')
    .transform((text, context) => {
      const { candidates, wrong } = readCandidates(text);
      const says =
        wrong.length > 0
          ? `${lineNumbers(wrong)}: enter a name, a comma and an email address`
          : candidates.length === 0
            ? 'Enter a name and an email address'
            : candidates.length > MOST_CANDIDATES
              ? `Enter ${MOST_CANDIDATES} candidates or fewer at a time`
              : undefined;
      if (says === undefined) return candidates;
      context.addIssue({ code: 'custom', message: says });
      return z.NEVER;
    }),
});
