import type { Role } from '../persons/roles';

/** What is wished for, by kind. */
export interface Wishes {
  /** Roles that confirm, to be given. */
  roles: { roles: Role[] };
  /** Another e-mail address for somebody who confirms. */
  address: { email: string };
  /** Somebody who was deactivated comes back, with these roles. */
  return: { roles: Role[] };
  /** How many sign-offs a test round asks for at least. */
  quorum: { least: number };
}
export type ProposalKind = keyof Wishes;

export type ProposalOutcome =
  | 'agreed'
  /** There was no second person. */
  | 'alone'
  | 'refused'
  | 'withdrawn'
  /** Who proposed it, or whom it was about, is no longer there, or has another name or address. */
  | 'fallen';

interface Made {
  id: string;
  /** Null: it is about the council. */
  personId: string | null;
  proposedBy: string;
  proposedAt: Date;
}

/** A change that one person proposes and another agrees to. */
export type Proposal = { [K in ProposalKind]: Made & { kind: K; wish: Wishes[K] } }[ProposalKind];

/** For pages. */
export type ProposalRow = Proposal & {
  /** Of the person it is about; empty when it is about nobody. */
  personName: string;
  personEmail: string;
  proposedByName: string;
  outcome: ProposalOutcome | null;
  decidedBy: string | null;
  decidedByName: string;
  decidedAt: Date | null;
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
