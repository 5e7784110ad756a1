import { z } from 'zod';

/** How somebody goes on who is half-way on an older version. */
export const ChooseForm = z.object({
  choice: z.enum(['finish_old', 'start_again'], 'Select how you want to go on'),
  /** The number of the version whose consequence was read. */
  version: z.string().optional(),
});
export type ChooseForm = z.infer<typeof ChooseForm>;

/** Of somebody who is half-way nowhere any more: whatever was sent, there is nothing to choose, and they go on. */
export const NothingToChoose = ChooseForm.partial().catch({});

export const NoteForm = z.object({ publication: z.uuid() });
