import { z } from 'zod';
import { filtered, pageNumber, searched } from '../../lists/filter';

export const PublicRegisterFilter = z.object({
  /** Part of a name. */
  q: searched(),
  page: pageNumber,
});
export type PublicRegisterFilter = z.infer<typeof PublicRegisterFilter>;

/** How its addresses are written. */
export const publicRegister = filtered(PublicRegisterFilter, '/register/planning');
