import { EVENT_KINDS } from '@induct/events';
import { z } from 'zod';
import { filtered, oneOf, pageNumber } from '../../lists/filter';

export const ProgrammeQuery = z.object({
  /** Else what comes. */
  show: oneOf(['past']),
  kind: oneOf(EVENT_KINDS),
  /** Only what meets something that is asked of me and not met. */
  need: oneOf(['yes']),
  page: pageNumber,
});
export type ProgrammeQuery = z.infer<typeof ProgrammeQuery>;

/** How its addresses are written. */
export const programme = filtered(ProgrammeQuery, '/programme');
