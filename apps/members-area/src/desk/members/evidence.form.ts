import { z } from 'zod';
import { writing } from '../../forms/texts';

export const REASON_LIMIT = 400;

/** Why something that was shown is withdrawn. */
export const WithdrawForm = z.object({
  reason: writing({
    missing: 'Enter a reason',
    name: 'The reason',
    longest: REASON_LIMIT,
    least: { characters: 10, says: 'Say the reason so that others understand it: 10 characters or more' },
  }),
});
