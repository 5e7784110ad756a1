import { cleanName, isName } from '@induct/people';
import { z } from 'zod';
import { onlyPrintable } from '../../forms/person-fields';
import { writing } from '../../forms/texts';

export const WHY_LIMIT = 500;

/** A name as its bearer wants it printed, and why. */
export const NameForm = z.object({
  name: z
    .string('Enter your name as it shall be printed')
    .transform(cleanName)
    .pipe(
      z
        .string()
        .min(1, 'Enter your name as it shall be printed')
        .max(100, 'Your name must be 100 characters or fewer')
        .refine((name) => name === '' || isName(name), 'Enter a name with letters in it')
        .superRefine(onlyPrintable),
    ),
  why: writing({
    missing: 'Say why, so that an officer can tell that it is your name',
    name: 'What you write',
    longest: WHY_LIMIT,
    least: { characters: 5, says: 'Say why, so that an officer can tell that it is your name' },
  }),
});
