import { z } from 'zod';
import { perhaps } from '../../forms/texts';

export const WORDS_LIMIT = 1000;

/** What an officer answers to a proposal. What each answer needs is the service's to say. */
export const AnswerForm = z.object({
  answer: z.enum(['accepted', 'merged', 'declined'], 'Choose what becomes of it'),
  event: z
    .union([z.literal(''), z.uuid('Choose an event of the list')], 'Choose an event of the list')
    .default('')
    .transform((id) => id || null),
  reason: perhaps('What you say to it', WORDS_LIMIT).transform((text) => text || null),
});
