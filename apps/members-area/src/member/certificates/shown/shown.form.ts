import { SHOWN_TO } from '@induct/accreditation';
import { z } from 'zod';

/** Who sees the holder's name. */
export const ShownForm = z.object({ shown: z.enum(SHOWN_TO, 'Choose who sees your name') });
