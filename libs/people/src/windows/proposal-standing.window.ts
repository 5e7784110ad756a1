import { ViewColumn, ViewEntity } from 'typeorm';

/** A change at the desk that takes two people, and what became of it. */
@ViewEntity({ name: 'proposal_standing', synchronize: false })
export class ProposalStanding {
  /** Whom it is about; null when it is about nobody. */
  @ViewColumn()
  personId: string | null;

  @ViewColumn()
  proposedBy: string;

  /** Nobody has decided yet. */
  @ViewColumn()
  waits: boolean;

  /** It was agreed to, or made by one person alone. */
  @ViewColumn()
  tookEffect: boolean;

  @ViewColumn()
  decidedAt: Date | null;

  @ViewColumn()
  proposedAt: Date;
}
