import { z } from 'zod';
import { aDay, formOf } from '../../../forms/form-of';

const NOTHING = 'Select what you have looked at';
const item = z.string().max(64);

export const ConfirmForm = z.object({
  /** The newest answer that the page has shown. */
  seen: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
  items: z.union([item.transform((one) => [one]), z.array(item)], NOTHING).pipe(z.array(item).min(1, NOTHING).max(200)),
});

export const ChangedForm = z.object({
  words: z.string('Enter what has changed').max(10_000, 'Use fewer characters').trim().min(1, 'Enter what has changed'),
});

export const ReviewDateForm = formOf({ by: aDay('Enter by when it is to be reviewed', 'The day') });
