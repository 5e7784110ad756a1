import { z } from 'zod';

/** A text that must be there; `what` completes "Write …". */
export const text = (what) =>
  z
    .string({ error: `Write ${what}` })
    .trim()
    .min(1, { error: `Write ${what}` });

export const id = z.string({ error: 'Give it an id' }).regex(/^[a-z][a-z0-9-]{1,39}$/, {
  error: 'An id is 2 to 40 small letters, digits and hyphens, and starts with a letter',
});

export const date = z
  .string({ error: 'Write a date like 2026-11-22' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Write the date like 2026-11-22' })
  .refine((day) => !Number.isNaN(Date.parse(day)), { error: 'There is no such day' });

/** Where a link leads: a page of a website, and nothing that a browser would run or open elsewhere. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'Write the full address, with https://' });
