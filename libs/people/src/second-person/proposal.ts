import type { DeskProposalEntity } from './desk-proposal.entity';
import type { ProposalKind, Wishes } from './proposal-kinds';

type Made = Pick<DeskProposalEntity, 'id' | 'personId' | 'proposedBy' | 'proposedAt'>;

/** A change that one person proposes and another agrees to. */
export type Proposal = { [K in ProposalKind]: Made & { kind: K; wish: Wishes[K] } }[ProposalKind];

/** For pages. */
export type ProposalRow = Proposal &
  Pick<DeskProposalEntity, 'outcome' | 'decidedBy' | 'decidedAt'> & {
    /** Of the person it is about; empty when it is about nobody. */
    personName: string;
    personEmail: string;
    proposedByName: string;
    decidedByName: string;
  };

/** A proposal was agreed to (or there was nobody to ask): who declared its kind acts on it, in the same transaction. */
export class ProposalTakesEffect {
  constructor(
    readonly proposal: Proposal,
    /** Who agreed; who proposed it, when they were alone. */
    readonly by: string,
    readonly at: Date,
  ) {}
}
