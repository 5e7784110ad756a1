import { z } from 'zod';
import { perhaps, writing } from '../../forms/texts';

export const WORDS_LIMIT = 500;

/** What was read: another revision is not proposed or approved. */
export const ProposeForm = z.object({ revision: z.coerce.number().int().min(1) });

export const DecisionForm = ProposeForm.extend({
  decision: z.enum(['approve', 'back'], 'Select what you decide'),
  words: perhaps('What you write', WORDS_LIMIT),
}).superRefine(({ decision, words }, context) => {
  if (decision === 'back' && words.length < 5)
    context.addIssue({
      code: 'custom',
      path: ['words'],
      message: 'Say why, so that whoever drafted it understands it',
    });
});

export const WithdrawForm = z.object({
  words: writing({ missing: 'Say why it is withdrawn', name: 'The reason', longest: WORDS_LIMIT }),
});
