import { z } from 'zod';
import { address } from '../../lists/paging';

/** What the public would be told; the register filters by it. */
export const VALIDITIES = ['valid', 'expired', 'replaced', 'revoked'] as const;

export const RegisterFilter = z.object({
  /** `proposed`: in force, and a second officer has to say whether it is revoked. */
  state: z
    .union([z.enum([...VALIDITIES, 'proposed']), z.literal('')])
    .catch('')
    .default(''),
  /** Part of a number or of a name. */
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

export const registerAddress = ({ state, q, page }: RegisterFilter, path = '/admin/certificates') =>
  address(path, { state, q, page: page === 1 ? undefined : page });
