import type { CheckResult } from '@induct/accreditation';
import { z } from 'zod';

/** A check's answer for programs. Without the secret of the QR code the holder is given by initials. */
export const CheckedJson = z.object({
  state: z.enum(['valid', 'expired', 'suspended', 'replaced', 'revoked', 'not-found', 'malformed', 'mistyped']),
  number: z.string().optional(),
  holder: z.string().optional(),
  initials: z.string().optional(),
  council: z.string().optional(),
  scheme: z.string().optional(),
  edition: z.string().optional(),
  modules: z.array(z.object({ title: z.string(), completedOn: z.string(), result: z.string() })).optional(),
  learning: z.string().optional(),
  awardedOn: z.string().optional(),
  validUntil: z.string().optional(),
  signatories: z.array(z.object({ name: z.string(), office: z.string() })).optional(),
  revokedOn: z.string().optional(),
  replacedBy: z.string().optional(),
  suspendedSince: z.string().optional(),
});

export function checkedJson(result: CheckResult): z.infer<typeof CheckedJson> {
  if (result.outcome !== 'found') return { state: result.outcome };
  const { state, facts, fullName, revokedOn, replacedBy, suspendedSince } = result.certificate;
  const { holder, ...others } = facts;
  return { state, ...others, ...(fullName ? { holder } : { initials: holder }), revokedOn, replacedBy, suspendedSince };
}
