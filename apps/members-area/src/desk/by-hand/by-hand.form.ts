import { type Day, dayInLondon } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from '../../forms/day-fields';
import { writing } from '../../forms/texts';

export const SHOWN_LIMIT = 120;
export const REASON_LIMIT = 500;

/** A certificate as an officer wants it issued. */
export interface TypedByHand {
  scheme: string;
  achievedOn: Day;
  shown: string;
  reason: string;
  file?: Buffer | undefined;
}

const Fields = z.object({
  scheme: z.uuid('Select what the certificate is of'),
  shown: writing({
    missing: 'Say what was shown, as the certificate will say it',
    name: 'What was shown',
    longest: SHOWN_LIMIT,
    least: { characters: 5, says: 'Say what was shown, as the certificate will say it' },
  }).refine((text) => !text.includes('\n'), 'What was shown must be on one line: the certificate has room for one'),
  reason: writing({
    missing: 'Say why Induct did not see it',
    name: 'The reason',
    longest: REASON_LIMIT,
    least: {
      characters: 10,
      says: 'Say why Induct did not see it, so that others understand it: 10 characters or more',
    },
  }),
  file: z.instanceof(Buffer, { error: 'Choose the file again' }).optional(),
});

/** @param now what was achieved has been */
export const byHandForm = (now: Date) =>
  z.unknown().transform((sent, context): TypedByHand => {
    const problem = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const read = Fields.safeParse(sent);
    const wrong = (field: string) => read.error?.issues.find(({ path }) => path[0] === field)?.message;
    // In the order of the page.
    const say = (field: string) => wrong(field) !== undefined && problem([field], wrong(field)!);
    say('scheme');
    const achieved = lastDayIn(sent as object, 'achieved', 'Enter the day on which it was achieved', 'The day');
    if ('problem' in achieved) problem(['achieved', 'day'], achieved.problem);
    else if (achieved.day > dayInLondon(now)) problem(['achieved', 'day'], 'The day must be today or in the past');
    say('shown');
    say('reason');
    say('file');
    if (context.issues.length > 0 || !read.data || !('day' in achieved)) return z.NEVER;
    return { ...read.data, achievedOn: achieved.day };
  });

/** What becomes of a proposal. */
export const ByHandDecisionForm = z.object({
  decision: z.enum(['issue', 'drop'], 'Select yes if you want to issue this certificate'),
});
