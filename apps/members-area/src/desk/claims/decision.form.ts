import { z } from 'zod';
import { writing } from '../../forms/texts';

export const WORDS_LIMIT = 500;

/** What an officer says to a claim. */
export const DecisionForm = z.object({
  decision: z.enum(['accept', 'refuse'], 'Select whether it counts'),
  words: writing({
    missing: 'Say why, so that the member understands it',
    name: 'What you write',
    longest: WORDS_LIMIT,
    least: { characters: 5, says: 'Say why, so that the member understands it' },
  }),
});
