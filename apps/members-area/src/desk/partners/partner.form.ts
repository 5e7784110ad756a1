import { z } from 'zod';
import { perhaps, writing } from '../../forms/texts';

/** Another council, and whom one asks there. */
export const PartnerForm = z.object({
  name: writing({ missing: 'Enter the name of the council', name: 'The name', longest: 150 }).transform((name) =>
    name.replaceAll(/\s+/g, ' '),
  ),
  contact: perhaps('Whom one asks there', 500),
});

export const InviteForm = z.object({ session: z.uuid('Choose a session') });
