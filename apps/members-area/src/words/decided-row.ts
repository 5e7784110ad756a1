import { OUTCOME_NAMES, proposalInWords, type ProposalRow } from '@induct/people';
import { britishDate } from '@induct/platform';

/** A change that took two people, once it is decided. */
export const decidedRow = (proposal: ProposalRow) => ({
  text: proposalInWords(proposal),
  outcome: proposal.outcome ? OUTCOME_NAMES[proposal.outcome] : 'Waits for a second person',
  isAlone: proposal.outcome === 'alone',
  by: [
    `Proposed by ${proposal.proposedByName || 'somebody who has left'}`,
    proposal.outcome === 'agreed' && `agreed by ${proposal.decidedByName}`,
    proposal.outcome === 'refused' && `not agreed by ${proposal.decidedByName}`,
  ]
    .filter(Boolean)
    .join(', '),
  on: britishDate(proposal.decidedAt ?? proposal.proposedAt),
});
