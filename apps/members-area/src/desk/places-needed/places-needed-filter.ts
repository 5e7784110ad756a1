import { z } from 'zod';
import { filtered, pageNumber } from '../../lists/filter';

export const PLACES_NEEDED = '/admin/places-needed';

export const PlacesFilter = z.object({
  /** The slug of a requirement, of an event's own with two hyphens; none: the topics themselves. */
  topic: z
    .string()
    .regex(/^[a-z0-9]+(--?[a-z0-9]+)*$/)
    .max(200)
    .catch('')
    .default(''),
  page: pageNumber,
});
export type PlacesFilter = z.infer<typeof PlacesFilter>;

export const placesNeeded = filtered(PlacesFilter, PLACES_NEEDED);
