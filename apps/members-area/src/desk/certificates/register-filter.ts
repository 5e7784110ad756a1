import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from '../../lists/filter';

/** What the public would be told; the register filters by it. */
export const VALIDITIES = ['valid', 'expired', 'suspended', 'replaced', 'revoked'] as const;

export const RegisterFilter = z.object({
  /** `proposed`, `suspending`: a second officer has to say whether it is revoked or suspended. */
  state: oneOf([...VALIDITIES, 'proposed', 'suspending']),
  /** Part of a number or of a name. */
  q: searched(),
  page: pageNumber,
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

export const register = filtered(RegisterFilter, '/admin/certificates');
