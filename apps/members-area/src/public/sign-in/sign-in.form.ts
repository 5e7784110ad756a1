import { w } from '@induct/platform';
import { LINK_LIMITS } from '@induct/sign-in';
import { z } from 'zod';
import { email, onlyPrintable } from '../../forms/person-fields';

export const SignInForm = z.object({ email, next: z.string().optional() });
export type SignInForm = z.infer<typeof SignInForm>;

/** Where to go on. */
export const AgainForm = z.object({ next: z.string().optional() });
export type AgainForm = z.infer<typeof AgainForm>;

const own = z.literal('yes').optional().catch(undefined);

/** @see libs/sign-in/src/passkeys/passkey.rules.ts, which reads the response */
export const PasskeyForm = z.object({
  response: z.string().max(100_000),
  next: z.string().optional(),
  /** What was asked for, on the page that asks once more. */
  asks: z.string().optional(),
  own,
});
export type PasskeyForm = z.infer<typeof PasskeyForm>;

/** Whatever is typed or pasted: what cannot be a code is told so on the page. */
export const codeHas = (): string => w`The code has ${LINK_LIMITS.codeDigits} digits`;
export const CodeForm = z.object({
  code: z.string({ error: codeHas }).max(10_000, { error: codeHas }).optional(),
  own,
});
export type CodeForm = z.infer<typeof CodeForm>;

export const PersonaForm = z.object({ person: z.uuid(), next: z.string().optional() });
export type PersonaForm = z.infer<typeof PersonaForm>;

export const FirstAdministratorForm = z.object({
  name: z
    .string('Enter your full name')
    .trim()
    .min(1, 'Enter your full name')
    .max(100, 'Full name must be 100 characters or less')
    .superRefine(onlyPrintable),
  email,
});
export type FirstAdministratorForm = z.infer<typeof FirstAdministratorForm>;
