import { z } from 'zod';

/** More than any number is long, less than is worth reading. */
const LONGEST = 60;

export const VerifyQuery = z.object({ number: z.string().trim().max(LONGEST).optional().catch('') });
export type VerifyQuery = z.infer<typeof VerifyQuery>;

const secret = z.string().max(LONGEST).optional().catch(undefined);

/** The secret of the QR code as certificates of before bear it; anything that cannot be one counts as none. */
export const SecretQuery = z.object({ k: secret });
export type SecretQuery = z.infer<typeof SecretQuery>;

/** A name that is compared, or the secret of the QR code as the page's script hands it over. */
export const HolderForm = z.object({ name: z.string().trim().max(200).catch(''), k: secret });
export type HolderForm = z.infer<typeof HolderForm>;
