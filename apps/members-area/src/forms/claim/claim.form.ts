import { type ClaimKind, LARGEST_ATTACHED_FILE } from '@induct/accreditation';
import { type Day, dayInLondon, said, w } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from '../day-fields';
import { writing } from '../texts';

export const WORDS_LIMIT = 1000;

/** A claim as it is typed; its file is what was read of the form's. */
export interface TypedClaim {
  kind: ClaimKind;
  doneOn: Day;
  validUntil: Day | null;
  words: string;
  file?: Buffer;
}

/** What the form says that is not the same for whoever has done it and for an officer who enters it for them. */
interface Says {
  kind: string;
  day: string;
  untilTooEarly: string;
}

const OWN: Says = {
  kind: 'Select what you have done',
  day: 'Enter the day on which you did it',
  untilTooEarly: 'The last day must not be before the day on which you did it',
};

/** For an officer. */
export const ENTERED: Says = {
  kind: 'Select what they have done',
  day: 'Enter the day on which they did it',
  untilTooEarly: 'The last day must not be before the day on which they did it',
};

const fieldsOf = (says: Says) =>
  z.object({
    kind: z.enum(['prior_learning', 'recording', 'outside_certificate'], says.kind),
    words: writing({
      missing: 'Say what it was, where and with whom',
      name: 'What you write',
      longest: WORDS_LIMIT,
      least: {
        characters: 10,
        says: 'Say a little more, so that an officer can tell what it was: 10 characters or more',
      },
    }),
    file: z.instanceof(Buffer).optional(),
  });

/** @param now a claim is about something that has been */
export const claimForm = (now: Date, says = OWN) =>
  z.unknown().transform((sent, context): TypedClaim => {
    const form = sent as object;
    const problem = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const read = fieldsOf(says).safeParse(form);
    const wrong = (field: string) => read.error?.issues.find(({ path }) => path[0] === field)?.message;
    // In the order of the page.
    const kind = wrong('kind');
    if (kind) problem(['kind'], kind);
    const done = lastDayIn(form, 'done', says.day, said('The day'));
    if ('problem' in done) problem(['done', 'day'], done.problem);
    else if (done.day > dayInLondon(now)) problem(['done', 'day'], 'The day must be today or in the past');
    const until = lastDayIn(form, 'until', '');
    if ('problem' in until && until.problem !== '') problem(['until', 'day'], until.problem);
    if ('day' in until && 'day' in done && until.day < done.day) problem(['until', 'day'], says.untilTooEarly);
    const words = wrong('words');
    if (words) problem(['words'], words);
    if (wrong('file')) problem(['file'], 'Choose the file again');
    if (read.data?.kind === 'outside_certificate' && !read.data.file)
      problem(
        ['file'],
        w`Choose the certificate: a PDF, a PNG or a JPEG of ${LARGEST_ATTACHED_FILE / 1024 / 1024} MB at most`,
      );
    if (context.issues.length > 0 || !read.data || !('day' in done)) return z.NEVER;
    return { ...read.data, doneOn: done.day, validUntil: 'day' in until ? until.day : null };
  });
