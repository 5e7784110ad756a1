import { SEATS } from '@induct/events';
import { z } from 'zod';
import { formOf } from '../../forms/form-of';

/** Where somebody wants to sit, and what the page they pressed on had said. */
export const BookForm = formOf({
  /** Left out where there is no choice. */
  seat: z.enum(SEATS, 'Choose whether you come or join online').optional(),
  seen: z.enum(['place', 'list']).optional().catch(undefined),
});
