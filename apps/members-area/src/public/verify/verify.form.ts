import { readCertificateNumber } from '@induct/accreditation';
import { z } from 'zod';
import { verdictOf } from './verify.view';

/** More than any number is long, less than is worth reading. */
const LONGEST = 60;

export const VerifyQuery = z.object({ number: z.string().trim().max(LONGEST).optional().catch('') });
export type VerifyQuery = z.infer<typeof VerifyQuery>;

const secret = z.string().max(LONGEST).optional().catch(undefined);

/** The secret of the QR code as certificates of before bear it; anything that cannot be one counts as none. */
export const SecretQuery = z.object({ k: secret });
export type SecretQuery = z.infer<typeof SecretQuery>;

/** The number that a file says it goes by, when nothing is known of the file itself. */
export const FileQuery = z.object({ number: z.string().trim().max(LONGEST).optional().catch(undefined) });
export type FileQuery = z.infer<typeof FileQuery>;

/** A name that is compared, or the secret of the QR code as the page's script hands it over. */
export const HolderForm = z.object({ name: z.string().trim().max(200).catch(''), k: secret });
export type HolderForm = z.infer<typeof HolderForm>;

/** A number as it was typed; read, it is as it is printed. */
export const NumberForm = z.object({
  number: z.string().transform((typed, context) => {
    const read = readCertificateNumber(typed);
    if ('number' in read) return read.number;
    const message = typed === '' ? 'Enter a certificate number' : verdictOf({ outcome: read.problem }).heading;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
});

/** What may be wrong with a number that was typed; undefined when nothing was. */
export function numberHint(typed: string | undefined): string | undefined {
  const read = readCertificateNumber(typed ?? '');
  return typed && 'problem' in read ? verdictOf({ outcome: read.problem }).words : undefined;
}

export const NameForm = z.object({ name: z.string().min(1, 'Enter a name') });
