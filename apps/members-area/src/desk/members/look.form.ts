import { z } from 'zod';

export const WORDS_LIMIT = 500;

/** What an officer says of a completion that is hard to believe. */
export const LookForm = z.object({
  decision: z.enum(['counts', 'does-not'], 'Select whether it counts'),
  words: z
    .string('Say what you looked at or asked')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(10, 'Say what you looked at or asked, so that others understand it: 10 characters or more')
        .max(WORDS_LIMIT, `It must be ${WORDS_LIMIT} characters or fewer`),
    ),
});
export type LookForm = z.infer<typeof LookForm>;
