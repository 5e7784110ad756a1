import { z } from 'zod';
import { typed } from './describe.form';

export const OVERRIDE_REASON_LIMIT = 1000;

/** Why a version must be published without the steering group's sign-off. */
export const OverrideForm = z.object({
  reason: z
    .string('Enter why it cannot wait for the testers')
    .pipe(typed)
    .pipe(
      z
        .string()
        .min(1, 'Enter why it cannot wait for the testers')
        .min(20, 'Say why it cannot wait so that others understand it: 20 characters or more')
        .max(OVERRIDE_REASON_LIMIT, 'The reason must be 1,000 characters or fewer'),
    ),
});
