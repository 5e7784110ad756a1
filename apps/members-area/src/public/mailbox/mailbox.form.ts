import { z } from 'zod';
import { pageNumber } from '../../lists/filter';

export const MailboxQuery = z.object({
  to: z.string().trim().max(254).optional().catch(undefined),
  page: pageNumber,
});
export type MailboxQuery = z.infer<typeof MailboxQuery>;
