import { unprintable } from '@induct/platform';
import { z } from 'zod';
import { lines } from '../../../forms/texts';

const line = (missing: string, longest: number, tooLong: string) =>
  z.string(missing).trim().min(1, missing).max(longest, tooLong);

/** What members read about a module. */
export const DescribeForm = z.object({
  title: line('Enter a title', 120, 'The title must be 120 characters or fewer').superRefine((title, context) => {
    const letters = unprintable(title);
    if (letters.length > 0)
      context.addIssue({
        code: 'custom',
        message: `Certificates cannot print ${letters.join(' ')}. Write the title without`,
      });
  }),
  summary: z
    .string('Enter what members read about the module')
    .pipe(lines)
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

/** The form as typed: what is shown again. */
export type DescribeFields = Partial<Record<keyof z.infer<typeof DescribeForm>, string>>;

/** The form as it is first shown: what the module says now. A module never published has no answer about core skills. */
export function describeFields(
  course: { title: string; summary: string; minutes: number | null; core: boolean },
  isPublished: boolean,
): DescribeFields {
  return {
    title: course.title,
    summary: course.summary,
    minutes: course.minutes === null ? '' : String(course.minutes),
    ...(isPublished && { core: course.core ? 'yes' : 'no' }),
  };
}
