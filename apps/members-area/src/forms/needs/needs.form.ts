import { ACCESS_NEEDS, DIETS } from '@induct/events';
import { z } from 'zod';
import { perhaps } from '../texts';

export const MORE_LIMIT = 500;

/** A box alone is a text, several are a list. */
const several = <const T extends readonly [string, ...string[]]>(known: T) =>
  z.preprocess((sent) => [sent ?? []].flat(), z.array(z.enum(known, 'Choose from the list')).max(known.length));

/** What somebody needs at sessions; all of it may be left out. */
export const NeedsForm = z
  .object({
    diets: several(DIETS),
    access: several(ACCESS_NEEDS),
    more: perhaps('What you add', MORE_LIMIT),
    kept: z.literal('yes').optional(),
  })
  .transform(({ kept, ...needs }) => ({ needs, kept: kept === 'yes' }));
