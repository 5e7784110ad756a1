import { PROPOSAL_STATE_NAMES, type ProposalRow, type ProposalState } from '@induct/events';

const KINDS: Record<ProposalState, string> = { new: 'warning', accepted: 'done', merged: 'done', declined: 'todo' };

/** Where a proposal stands, as a tag. */
export const proposalTag = (state: ProposalState) => ({ text: PROPOSAL_STATE_NAMES[state], kind: KINDS[state] });

/** `Olive Officer, for the director of place` */
export const proposedByWords = ({
  proposedByName,
  forWhom,
}: Pick<ProposalRow, 'proposedByName' | 'forWhom'>): string =>
  forWhom ? `${proposedByName}, for ${forWhom}` : proposedByName;
