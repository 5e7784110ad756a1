import { z } from 'zod';

const text = (missing: string, long: string, most: number) => z.string(missing).trim().min(1, missing).max(most, long);

/** How a division is written from now on, wherever it was written otherwise. */
export const DivisionForm = z.object({
  division: z.string().max(200),
  to: text('Enter how it is written', 'The name must be 100 characters or less', 100),
  reason: text('Enter why it is put right', 'The reason must be 500 characters or less', 500),
});
