import { AUDIENCES, RESOURCE_KINDS, RESOURCE_STATES } from '@induct/handbook';
import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from '../../lists/filter';

/** What officers look for in the library. */
export const LibraryDeskFilter = z.object({
  q: searched(),
  kind: oneOf(RESOURCE_KINDS),
  audience: oneOf(AUDIENCES),
  state: oneOf(RESOURCE_STATES),
  wants: oneOf(['review', 'overdue', 'link']),
  page: pageNumber,
});
export type LibraryDeskFilter = z.infer<typeof LibraryDeskFilter>;

export const DESK = '/admin/library';

/** How its addresses are written. */
export const deskLibrary = filtered(LibraryDeskFilter, DESK);
