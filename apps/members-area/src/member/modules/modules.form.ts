import { z } from 'zod';

export const SHOW = ['all', 'open', 'completed'] as const;

export const ModulesQuery = z.object({
  show: z.enum(SHOW).catch('all'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ModulesQuery = z.infer<typeof ModulesQuery>;
