import { z } from 'zod';

/** A list is a credential of its own, with a proof. */
export const StatusListJson = z.object({
  id: z.string(),
  issuer: z.string(),
  credentialSubject: z.object({ statusPurpose: z.enum(['revocation', 'suspension']), encodedList: z.string() }),
});

/** Keys that credentials are signed with, or were. */
export const DidJson = z.object({
  id: z.string(),
  verificationMethod: z.array(z.object({ id: z.string(), type: z.string(), controller: z.string() })),
  assertionMethod: z.array(z.string()),
});
