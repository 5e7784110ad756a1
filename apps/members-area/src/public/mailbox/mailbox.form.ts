import { z } from 'zod';

export const MailboxQuery = z.object({
  to: z.string().trim().max(254).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type MailboxQuery = z.infer<typeof MailboxQuery>;
