import { said } from '@induct/platform';
import { PROPOSAL_STATE_NAMES, type ProposalRow, type ProposalState } from '@induct/events';
import type { Tag } from './tag';

const KINDS: Record<ProposalState, Tag['kind']> = {
  new: 'warning',
  accepted: 'done',
  merged: 'done',
  declined: 'todo',
};

/** Where a proposal stands, as a tag. */
export const proposalTag = (state: ProposalState): Tag => ({
  text: said(PROPOSAL_STATE_NAMES[state]),
  kind: KINDS[state],
});

/** `Olive Officer, for the director of place` */
export const proposedByWords = ({
  proposedByName,
  forWhom,
}: Pick<ProposalRow, 'proposedByName' | 'forWhom'>): string =>
  forWhom ? `${proposedByName}, for ${forWhom}` : proposedByName;
