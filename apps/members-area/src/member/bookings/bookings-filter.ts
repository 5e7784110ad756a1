import { z } from 'zod';
import { filtered, oneOf, pageNumber } from '../../lists/filter';

export const BookingsFilter = z.object({
  /** Else what comes. */
  show: oneOf(['past', 'cancelled']),
  page: pageNumber,
});
export type BookingsFilter = z.infer<typeof BookingsFilter>;

/** How its addresses are written. */
export const bookingsList = filtered(BookingsFilter, '/bookings');
