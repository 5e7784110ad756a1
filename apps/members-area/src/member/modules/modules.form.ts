import { z } from 'zod';
import { pageNumber } from '../../lists/filter';

export const SHOW = ['all', 'open', 'completed'] as const;

export const ModulesQuery = z.object({
  show: z.enum(SHOW).catch('all'),
  page: pageNumber,
});
export type ModulesQuery = z.infer<typeof ModulesQuery>;
