import { cleanName, isName } from '@induct/people';
import { z } from 'zod';
import { email } from '../../forms/person-fields';

/** Whoever wants to come as a guest of a partner. */
export const GuestForm = z.object({
  name: z
    .string('Enter your name')
    .transform(cleanName)
    .pipe(
      z
        .string()
        .min(1, 'Enter your name')
        .max(100, 'Your name must be 100 characters or fewer')
        .refine((name) => name === '' || isName(name), 'Enter a name with letters in it'),
    ),
  email,
});
