import { cleanName } from '@induct/people';
import type { Day } from '@induct/platform';
import { z } from 'zod';
import { aDay, formOf } from '../../forms/form-of';

const LONGEST = 200;
const alt = (text: z.ZodType<string>) => text.pipe(z.string().transform(cleanName));
const short = (called: string) => z.string().max(LONGEST, `${called} must be ${LONGEST} characters or fewer`);

/** @param today in London: what is printed already does not change */
export const markForm = (today: Day) =>
  formOf({
    file: z.instanceof(Buffer, { message: 'Choose the picture: a PNG or a JPEG' }),
    alt: alt(z.string('Say what the picture shows')).pipe(
      short('What the picture shows').min(1, 'Say what the picture shows, for people who do not see it'),
    ),
    altCy: alt(z.string().default(''))
      .pipe(short('What the picture shows, in Welsh,'))
      .transform((text) => (text === '' ? null : text)),
    from: aDay('Enter the first day', 'The first day'),
  }).transform(({ from: startsOn, ...form }, context) => {
    if (startsOn >= today) return { ...form, startsOn };
    context.addIssue({ code: 'custom', path: ['from', 'day'], message: 'The first day must be today or later' });
    return z.NEVER;
  });

/** What becomes of what another person proposed. */
export const MarkDecision = z.object({
  decision: z.enum(['confirm', 'refuse'], 'Choose yes if it is the council’s, and right'),
});
