import { z } from 'zod';
import { perhaps } from '../../forms/texts';

export const WORDS_LIMIT = 500;

/** What an officer says to a name. Whoever refuses says why. */
export const NameDecisionForm = z
  .object({
    decision: z.enum(['confirm', 'refuse'], 'Select whether the name is corrected'),
    words: perhaps('What you write', WORDS_LIMIT),
  })
  .superRefine(({ decision, words }, context) => {
    if (decision === 'refuse' && words.length < 5)
      context.addIssue({ code: 'custom', path: ['words'], message: 'Say why, so that the member understands it' });
  });
