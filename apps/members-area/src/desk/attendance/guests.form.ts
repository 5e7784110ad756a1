import { z } from 'zod';

const MOST = 500;
const ids = z
  .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(MOST)])
  .optional()
  .catch(undefined)
  .transform((all) => all ?? []);

/** Ids of guests: those who are ticked, and those who were when the page was opened. What is no form ticks nobody. */
export const GuestTicksForm = z.object({ there: ids, seen: ids }).catch({ there: [], seen: [] });
