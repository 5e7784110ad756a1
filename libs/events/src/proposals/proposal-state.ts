export const PROPOSAL_STATES = ['new', 'accepted', 'merged', 'declined'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_STATE_NAMES: Record<ProposalState, string> = {
  new: 'Waits for an answer',
  accepted: 'Accepted',
  merged: 'Part of another event',
  declined: 'Declined',
};

/** How a proposal is answered. */
export type Answer = Exclude<ProposalState, 'new'>;
