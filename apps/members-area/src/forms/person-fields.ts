import { cleanName, whyNotPrintable } from '@induct/people';
import { said, w } from '@induct/platform';
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

/** A line that certificates print. */
export const printedLine = (missing: string, called: string, longest: number) =>
  z
    .string(missing)
    .transform(cleanName)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(longest, { error: () => w`${said(called)} must be ${longest} characters or fewer` })
        .superRefine(onlyPrintable),
    );
