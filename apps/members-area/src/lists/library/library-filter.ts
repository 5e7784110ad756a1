import { RESOURCE_KINDS, TOPICS } from '@induct/handbook';
import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from '../filter';

/** What can be asked for of the library. */
export const LibraryFilter = z.object({
  q: searched(),
  kind: oneOf(RESOURCE_KINDS),
  topic: oneOf(TOPICS),
  page: pageNumber,
});
export type LibraryFilter = z.infer<typeof LibraryFilter>;

/** Where somebody reads the library: signed in, or without an account. */
export type LibraryHome = '/library' | '/candidates/library';

/** How its addresses are written. */
export const libraryAt = (home: LibraryHome) => filtered(LibraryFilter, home);
