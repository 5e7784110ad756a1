import { z } from 'zod';
import { writing } from '../../forms/texts';

/** One ticked box arrives as a text, several as a list, none not at all. */
const people = (missing: string) =>
  z.union([z.array(z.uuid()), z.uuid().transform((one) => [one])], missing).pipe(z.array(z.uuid()).max(100));

export const AddTestersForm = z.object({ testers: people('Select who is to test it as well') });

export const CloseForm = z.object({ sure: z.literal('yes', 'Tick the box if you want to close the round') });

export const CouldNotFinishForm = z.object({
  why: writing({
    missing: 'Enter what stopped you',
    name: 'What stopped you',
    longest: 1000,
    least: { characters: 5, says: 'Say what stopped you in a few words' },
  }),
});
