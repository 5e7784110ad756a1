import { cleanEmail, cleanName, isEmail, LONGEST_EMAIL, whyNotPrintable } from '@induct/people';
import { said, w } from '@induct/platform';
import { z } from 'zod';

export const email = z
  .string('Enter your email address')
  .transform(cleanEmail)
  .pipe(
    z
      .string()
      .min(1, 'Enter your email address')
      .max(LONGEST_EMAIL, 'Email address must be 254 characters or less')
      .refine(isEmail, 'Enter an email address in the correct format, like name@example.com'),
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
