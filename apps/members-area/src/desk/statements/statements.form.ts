import { z } from 'zod';
import { lines } from '../../forms/texts';
import { PLACES, unknownPlaces } from '../../words/statement-html';

const LONGEST = 30_000;

/** The text of a statement, and whether the officer has looked at it. */
export const StatementForm = z
  .object({
    text: lines
      .pipe(
        z
          .string()
          .min(1, 'Enter the text')
          .max(LONGEST, `The text must be ${LONGEST.toLocaleString('en-GB')} characters or fewer`),
      )
      .refine((text) => unknownPlaces(text).length === 0, {
        error: ({ input }) =>
          `Nothing is known of ${unknownPlaces(input as string)
            .map((name) => `{{${name}}}`)
            .join(', ')}. There are ${PLACES.map((name) => `{{${name}}}`).join(', ')}`,
      }),
    basedOn: z.coerce.number().int().min(0).catch(0),
    confirmed: z.literal('yes').optional().catch(undefined),
    back: z.string().optional(),
  })
  .transform(({ confirmed, back, ...form }) => ({
    ...form,
    isConfirmed: confirmed === 'yes',
    goesBack: back !== undefined,
  }));
