import { type Role, worksAtTheDesk } from '@induct/people';
import { z } from 'zod';

/** Limits of passkeys. Times in milliseconds. */
export const PASSKEY_LIMITS = {
  /** How long a device has to sign: a page with the form to sign in may stand open for a while. */
  challengeLives: 15 * 60_000,
  /** Of one person. */
  most: 20,
  longestName: 60,
};

/** Why a passkey does not let its holder in. For the record, and for the words of the page. */
export type PasskeyRefusal =
  'unreadable' | 'unknown' | 'stale' | 'not verified' | 'wrong' | 'known already' | 'too many';

/** At the desk whoever has the device must also show that they are its owner: a PIN, a finger, a face. */
export const mustVerify = (roles: readonly Role[]): boolean => worksAtTheDesk(roles);

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/);
const common = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
};

/** What a browser says of a passkey that was made (WebAuthn, RegistrationResponseJSON). Nothing else of it is read. */
export const Registration = z.object({
  ...common,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
});

/** What a browser says of a passkey that was used (WebAuthn, AuthenticationResponseJSON). */
export const Assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type Assertion = z.infer<typeof Assertion>;

/** @param text JSON, as the page's script put it into the form @returns undefined when it cannot be one */
export function readAnswer<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
