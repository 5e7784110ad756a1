import { z } from 'zod';

export const REASON_LIMIT = 500;

/** Why a certificate should be taken out of force. */
export const ProposeForm = z.object({
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
});
export type ProposeForm = z.infer<typeof ProposeForm>;

/** What becomes of a proposal; `proposal` is the one that was read. */
export const DecideForm = z.object({
  proposal: z.uuid('Go back to the certificate and read the proposal again'),
  decision: z.enum(['revoke', 'keep'], 'Select yes if you want to revoke this certificate'),
});
export type DecideForm = z.infer<typeof DecideForm>;
