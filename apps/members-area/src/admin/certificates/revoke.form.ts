import { z } from 'zod';

export const REASON_LIMIT = 500;

/** Why a certificate is taken out of force, and that this is really meant. */
export const RevokeForm = z.object({
  reason: z
    .string('Enter a reason')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Enter a reason')
        .min(10, 'Say the reason so that others understand it: 10 characters or more')
        .max(REASON_LIMIT, `The reason must be ${REASON_LIMIT} characters or fewer`),
    ),
  sure: z.enum(['yes', 'no'], 'Select yes if you want to revoke this certificate'),
});
export type RevokeForm = z.infer<typeof RevokeForm>;
