import { z } from 'zod';

/** More than any number is long, less than is worth reading. */
const LONGEST = 60;

export const VerifyQuery = z.object({ number: z.string().trim().max(LONGEST).optional().catch('') });
export type VerifyQuery = z.infer<typeof VerifyQuery>;

/** The secret of the QR code; anything that cannot be one counts as none. */
export const SecretQuery = z.object({ k: z.string().max(LONGEST).optional().catch(undefined) });
export type SecretQuery = z.infer<typeof SecretQuery>;

export const HolderForm = z.object({ name: z.string().trim().max(200).catch('') });
export type HolderForm = z.infer<typeof HolderForm>;
