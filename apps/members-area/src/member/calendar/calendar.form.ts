import { z } from 'zod';

/** How bookings come into somebody's calendar. */
export const CalendarForm = z.object({
  way: z.enum(['letters', 'feed'], 'Choose how your bookings come into your calendar'),
});
