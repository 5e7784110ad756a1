import { whyNotPrintable } from '@induct/people';
import { z } from 'zod';

/** Long enough for every address that can receive mail (RFC 5321: 254). */
export const email = z
  .string('Enter your email address')
  .trim()
  .min(1, 'Enter your email address')
  .max(254, 'Email address must be 254 characters or less')
  .regex(
    /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/,
    'Enter an email address in the correct format, like name@example.com',
  );

/** Of a name that a certificate will bear. */
export function onlyPrintable(name: string, context: z.RefinementCtx): void {
  const message = whyNotPrintable(name);
  if (message) context.addIssue({ code: 'custom', message });
}

export const SignInForm = z.object({ email, next: z.string().optional() });
export type SignInForm = z.infer<typeof SignInForm>;

/** Whatever is typed or pasted: what cannot be a code is told so on the page. */
export const CodeForm = z.object({ code: z.string().max(10_000).optional() });
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
