import { SEATS } from '@induct/events';
import { z } from 'zod';
import { formOf, WHO } from '../../forms/form-of';

/** For whom a place is booked, and where; `checked` once the letters that go were seen. */
export const BookForForm = formOf({
  ...WHO,
  seat: z.enum(SEATS, 'Choose where they sit').optional(),
  checked: z.literal('yes').optional(),
});

/** The other date that somebody is booked for instead. */
export const MoveForm = z.object({
  to: z.uuid('Choose another date'),
  checked: z.literal('yes').optional(),
});
