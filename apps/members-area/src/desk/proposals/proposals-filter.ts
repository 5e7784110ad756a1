import { PROPOSAL_STATES } from '@induct/events';
import { z } from 'zod';
import { filtered, oneOf, pageNumber } from '../../lists/filter';

export const ProposalsFilter = z.object({ state: oneOf(PROPOSAL_STATES), page: pageNumber });
export type ProposalsFilter = z.infer<typeof ProposalsFilter>;

/** How its addresses are written. */
export const proposals = filtered(ProposalsFilter, '/admin/proposals');
