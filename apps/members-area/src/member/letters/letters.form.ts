import { ASKED_HOW, type Weekday } from '@induct/letters';
import { z } from 'zod';
import { formOf } from '../../forms/form-of';

/** How often somebody is asked by letter; `on` counts for `weekly`, and is Monday when nothing is chosen. */
export const LettersForm = formOf({
  how: z.enum(ASKED_HOW, 'Choose how often you get letters'),
  on: z.coerce
    .number()
    .int()
    .min(1)
    .max(5)
    .catch(1)
    .transform((day) => day as Weekday),
});
