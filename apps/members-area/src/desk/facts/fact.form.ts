import { z } from 'zod';

const pressed = z.literal('yes').optional().catch(undefined);

/** What learners are to read. What it may be, the lib knows. */
export const FactForm = z.object({
  words: z.string().max(10_000, 'Use fewer characters').default(''),
  /** The change that whoever types has seen last. */
  seen: z.string().max(20).default(''),
  /** Back to what the modules came with. */
  own: pressed,
  confirmed: pressed,
  back: pressed,
});
