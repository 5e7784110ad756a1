import { z } from 'zod';

const line = (missing: string, longest: number, tooLong: string) =>
  z.string(missing).trim().min(1, missing).max(longest, tooLong);

/** What members read about a module. */
export const PublishForm = z.object({
  title: line('Enter a title', 120, 'The title must be 120 characters or fewer'),
  // A browser sends each line's end as two characters; people count one.
  summary: z
    .string('Enter what members read about the module')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Enter what members read about the module')
        .max(500, 'What members read must be 500 characters or fewer'),
    ),
  minutes: z
    .string('Enter how many minutes it takes')
    .trim()
    .min(1, 'Enter how many minutes it takes')
    .regex(/^\d+$/, 'Minutes must be a whole number, like 25')
    .transform(Number)
    .pipe(z.number().min(1, 'A module must take at least 1 minute').max(600, 'A module can take 600 minutes at most')),
  core: z.enum(['yes', 'no'], 'Select yes if it is a core skills module').transform((answer) => answer === 'yes'),
});
export type PublishForm = z.infer<typeof PublishForm>;

/** The form as typed: what is shown again. */
export type PublishFields = Partial<Record<keyof PublishForm, string>>;
