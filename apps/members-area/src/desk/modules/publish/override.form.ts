import { OVERRIDE_REASON } from '@induct/steering';
import { z } from 'zod';
import { writing } from '../../../forms/texts';

export const OVERRIDE_REASON_LIMIT = 1000;

/** Why a version must be published without the steering group's sign-off. */
export const OverrideForm = z.object({
  reason: writing({
    missing: 'Enter why it cannot wait for the testers',
    name: 'The reason',
    longest: OVERRIDE_REASON_LIMIT,
    least: {
      characters: OVERRIDE_REASON,
      says: `Say why it cannot wait so that others understand it: ${OVERRIDE_REASON} characters or more`,
    },
  }),
});
